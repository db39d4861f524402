// A frame says how high its widget is. `event.source` tells which one, so that no other page can speak for it.
addEventListener('message', ({ source, data }) => {
  if (data?.type !== 'zone-height') return;
  for (const frame of document.querySelectorAll('iframe')) {
    if (frame.contentWindow === source) frame.style.height = `${Number(data.height)}px`;
  }
});
