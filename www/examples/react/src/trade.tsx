import { useState } from 'react';

export function Trade() {
  const [indicator, setIndicator] = useState('trade');
  const [shown, setShown] = useState(0);
  return (
    <>
      <h1>Imports and exports</h1>
      <zone-chart
        kind="bar"
        indicator={indicator}
        onzone-ready={({ detail }) => setShown(detail.observations.length)}
      />
      <p>
        <output>{shown} observations</output>{' '}
        <button onClick={() => setIndicator(indicator === 'trade' ? 'gdp' : 'trade')}>Something else</button>
      </p>
      <zone-table indicator={indicator} />
    </>
  );
}
