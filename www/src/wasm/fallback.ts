/**
 * The only words on this side of the joint: those needed when the module that holds all others did not arrive, or failed.
 * Both languages at once where the reader's is unknown.
 */
const words = {
  'load-failed': { zh: '图表未能加载', en: 'The chart could not be loaded' },
  'dataset-failed': { zh: '数据未能加载', en: 'The data could not be loaded' },
  'rest-failed': { zh: '所需内容未能加载', en: 'What this needs could not be loaded' },
  'not-ready': { zh: '请先等待 init() 完成', en: 'Wait for init() first' },
  internal: { zh: '图表内部出错', en: 'A fault inside the chart' },
  retry: { zh: '重试', en: 'Try again' },
} as const;

export function fallbackWord(key: keyof typeof words, lang?: string): string {
  const { zh, en } = words[key];
  if (lang === undefined) return `${en} · ${zh}`;
  return lang === 'zh' ? zh : en;
}
