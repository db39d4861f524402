document.addEventListener('zone-error', ({ target, detail }) => {
  console.warn(target, detail.code, detail.message);
});
