// Before anything is painted: the colours that the reader chose on an earlier page.
try {
  const theme = localStorage.getItem('zonestat-site-theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // storage is forbidden: the choice lasts as long as the page
}
