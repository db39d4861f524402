/** @jsxImportSource react */
// Every attribute and event, in JSX for React 19.
export function Page() {
  return (
    <main>
      <zone-chart
        kind="bar"
        indicator="trade"
        entity="dezhou-etdz"
        from="2017"
        to="2022"
        status="actual target"
        lang="zh"
        theme="auto"
        dataset="/other/datapackage.json"
        controls
        publish="one"
        subscribe="two"
        state=""
        aria-label="Trade"
        aria-describedby="note"
        onzone-ready={({ detail, currentTarget }) => console.log(detail.observations, currentTarget.kind)}
        onzone-focus={({ detail }) => console.log(detail.observations)}
        onzone-select={(event) => event.preventDefault()}
        onzone-state={({ detail }) => console.log(detail.state)}
        onzone-progress={({ detail }) => console.log(detail.done)}
        onzone-error={({ detail }) => console.log(detail.code, detail.message)}
      >
        <table />
      </zone-chart>
      <zone-card
        observation="etdz-trade-2021"
        indicator="gdp"
        entity="dezhou-etdz"
        period="2021"
        variant="kpi"
        controls={false}
        id="card"
        style={{ width: '20rem' }}
      />
      <zone-table indicator="trade" entity="dezhou-etdz" from="2017" to="2022" status="actual" kind="auto" />
      <zone-sources kind="auto" indicator="trade" entity="dezhou-etdz" from="2017" to="2022" status="actual" lang="en" />
      {/* @ts-expect-error -- no such kind */}
      <zone-chart kind="pie" />
      {/* @ts-expect-error -- no such attribute */}
      <zone-card colour="red" />
    </main>
  );
}
