export default function Page() {
  return (
    <>
      <h1>Imports and exports</h1>
      <zone-chart kind="bar" indicator="trade" />
      <zone-table indicator="trade" />
    </>
  );
}
