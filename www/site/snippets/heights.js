// [[Each frame tells its height; make room for it.||每个框架会报告自己的高度，据此留出位置。]]
addEventListener('message', ({ source, data }) => {
  if (data?.type !== 'zone-height') return;
  for (const frame of document.querySelectorAll('iframe')) {
    if (frame.contentWindow === source) frame.style.height = `${data.height}px`;
  }
});
