// What every page can do: choose colours, open the menu on a narrow screen, keep the place when the language changes, copy code.

const root = document.documentElement;
const said = document.querySelector('#said');

const choice = document.querySelector('[data-theme-choice]');
choice.value = root.dataset.theme ?? 'auto';
choice.addEventListener('change', () => {
  const { value } = choice;
  if (value === 'auto') delete root.dataset.theme;
  else root.dataset.theme = value;
  try {
    localStorage.setItem('zonestat-site-theme', value);
  } catch {
    // as in theme.js
  }
  document.dispatchEvent(new Event('theme-chosen'));
});

const burger = document.querySelector('.burger');
burger.addEventListener('click', () => open(burger.ariaExpanded !== 'true'));
document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape' || burger.ariaExpanded !== 'true') return;
  open(false);
  burger.focus();
});

function open(wanted) {
  burger.setAttribute('aria-expanded', String(wanted));
}

// The other language's page has the same sections and the same state in its address.
for (const link of document.querySelectorAll('[data-same-place]')) {
  link.addEventListener('click', () => {
    link.search = location.search;
    link.hash = location.hash;
  });
}

document.addEventListener('click', (event) => {
  const button = event.target.closest?.('[data-copy]');
  if (button) void copy(document.getElementById(button.dataset.copy));
});

/** Copies the text of an element; where that is refused, the text is selected for the reader to copy. */
async function copy(source) {
  said.textContent = '';
  try {
    await navigator.clipboard.writeText(source.textContent);
    said.textContent = said.dataset.copied;
  } catch {
    getSelection().selectAllChildren(source);
    said.textContent = said.dataset.notCopied;
  }
}
