// Before anything is painted: the colours that the reader chose on an earlier page.
try {
  const theme = localStorage.getItem('zonestat-site-theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // storage is forbidden: the choice lasts as long as the page
}

// Browsers load no modules from disk: there the one file that holds everything takes their place. It is a name of this
// site's own, and the only script that it ever adds, so that the policy of its pages has nothing to fear.
const { fromDisk } = document.currentScript.dataset;
if (location.protocol === 'file:' && fromDisk) {
  const script = document.createElement('script');
  const policy = window.trustedTypes?.createPolicy('from-disk', { createScriptURL: (name) => name });
  script.src = policy ? policy.createScriptURL(fromDisk) : fromDisk;
  script.async = false;
  document.head.append(script);
}
