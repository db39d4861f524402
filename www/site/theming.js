// The live preview of the custom properties, and the style sheet that comes of it.

const widgets = ['chart', 'card'].map((name) => document.querySelector(`#preview-${name}`));
const rows = [...document.querySelectorAll('[data-token]')];
const made = document.querySelector('#made');
const chosen = new Map();

for (const swatch of document.querySelectorAll('.swatch[data-colour]')) swatch.style.background = swatch.dataset.colour;

for (const row of rows) {
  const input = row.querySelector('input');
  input.addEventListener('input', () => choose({ [row.dataset.token]: input.value }));
}
document.querySelector('#own-colours').addEventListener('click', () => {
  chosen.clear();
  show();
});
document.querySelector('#rise-red').addEventListener('click', () =>
  choose(isDark() ? { '--zone-up': '#ff8a80', '--zone-down': '#7fd8a0' } : { '--zone-up': '#b3261e', '--zone-down': '#1b6e3c' }),
);
document.querySelector('#house').addEventListener('click', () =>
  choose(
    isDark()
      ? { '--zone-ground': '#1d1a16', '--zone-text': '#f3ead9', '--zone-muted': '#b9ab93', '--zone-grid': '#443c31', '--zone-series-1': '#f0a35e', '--zone-series-2': '#7fb7c9' }
      : { '--zone-ground': '#fff8ec', '--zone-text': '#2b2118', '--zone-muted': '#6b5c4c', '--zone-grid': '#e7dbc7', '--zone-series-1': '#9a3b12', '--zone-series-2': '#1f6275' },
  ),
);
document.addEventListener('theme-chosen', show);
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', show);
show();

function choose(colours) {
  for (const [name, colour] of Object.entries(colours)) chosen.set(name, colour);
  show();
}

function show() {
  for (const row of rows) {
    const { token } = row.dataset;
    const input = row.querySelector('input');
    const colour = chosen.get(token);
    row.classList.toggle('set', colour !== undefined);
    input.value = colour ?? input.dataset[isDark() ? 'dark' : 'light'];
    for (const { style } of widgets) {
      if (colour) style.setProperty(token, colour);
      else style.removeProperty(token);
    }
  }
  const ground = chosen.get('--zone-ground') ?? '';
  for (const { style } of widgets) {
    style.background = ground;
    style.padding = ground && '1rem';
  }
  made.hidden = chosen.size === 0;
  const lines = [...chosen].map(([name, colour]) => `  ${name}: ${colour};`);
  made.querySelector('code').textContent = `zone-chart,\nzone-card {\n${lines.join('\n')}\n}`;
}

function isDark() {
  const { theme } = document.documentElement.dataset;
  return theme ? theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
}
