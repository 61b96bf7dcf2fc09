/** The catalogue of cities, and the fields that choose one of them. */
export { CityField } from './CityField';
export { CitySelect } from './CitySelect';
