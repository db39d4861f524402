// The gallery's filter, and room for what is not drawn yet.

const form = document.querySelector('.filter');
const status = document.querySelector('.found');
const figures = [...document.querySelectorAll('.case')];
const texts = new Map(figures.map((figure) => [figure, wordsOf(figure)]));

// A figure keeps the height that it will have, so that links into the page lead where they should.
for (const figure of figures) {
  const widget = figure.querySelector('zone-chart, zone-card');
  figure.style.setProperty('--room', `${figure.dataset.height}px`);
  figure.classList.add('undrawn');
  const settle = () => figure.classList.remove('undrawn');
  widget.addEventListener('zone-ready', settle, { once: true });
  widget.addEventListener('zone-error', settle, { once: true });
}

const asked = new URLSearchParams(location.search);
for (const name of ['words', 'kind']) form.elements[name].value = asked.get(name) ?? '';
if (asked.size > 0) filter();

form.addEventListener('input', filter);
form.addEventListener('submit', (event) => event.preventDefault());
form.addEventListener('reset', () => setTimeout(filter));

function filter() {
  const words = form.elements.words.value.trim().toLowerCase().split(/\s+/).filter(Boolean);
  const kind = form.elements.kind.value;
  let shown = 0;
  for (const figure of figures) {
    figure.hidden = (kind && figure.dataset.kind !== kind) || !words.every((word) => texts.get(figure).includes(word));
    shown += figure.hidden ? 0 : 1;
  }
  for (const topic of document.querySelectorAll('.topic')) {
    topic.hidden = !topic.querySelector('.case:not([hidden])');
  }
  status.textContent = status.dataset[shown === 1 ? 'one' : 'other'].replace('%', String(shown));
  const address = new URL(location.href);
  for (const name of ['words', 'kind']) {
    const { value } = form.elements[name];
    if (value) address.searchParams.set(name, value);
    else address.searchParams.delete(name);
  }
  history.replaceState(null, '', address);
}

/** What a figure can be found by: its title, its tag, what it says. */
function wordsOf(figure) {
  return `${figure.id} ${figure.textContent}`.toLowerCase();
}
