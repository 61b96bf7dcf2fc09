/** The catalogue of cities, and the fields that choose one of them. */
export { citiesQuery } from './api';
export { CityField } from './CityField';
export { CitySelect } from './CitySelect';
