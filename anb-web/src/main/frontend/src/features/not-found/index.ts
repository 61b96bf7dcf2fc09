/** What stands at an address where there is nothing. */
export { NotFoundPage } from './NotFoundPage';
