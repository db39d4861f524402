import 'zonestat/auto';

export function Trade() {
  return <zone-chart kind="bar" indicator="trade" controls />;
}
