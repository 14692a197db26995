/** What stands in a city (venues), by its id; the cities in the order in which they are first met. */
export function byCity<T extends { cityId: string }>(rows: readonly T[]): Map<string, T[]> {
  const cities = new Map<string, T[]>();
  for (const row of rows) cities.set(row.cityId, [...(cities.get(row.cityId) ?? []), row]);
  return cities;
}
