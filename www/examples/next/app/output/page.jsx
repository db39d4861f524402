export default function Output() {
  return (
    <>
      <h1>Gross domestic product</h1>
      <zone-chart kind="bar" indicator="gdp" />
      <zone-table indicator="gdp" />
    </>
  );
}
