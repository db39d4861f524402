/**
 * What a page or a reader needs only after having acted: panels, menus, files, sorting, links between widgets, saved
 * states, drawing on canvases of one's own. A file of its own in the package, that comes when it is wanted.
 */
export { loadDataset } from '../api/load-dataset.js';
export { registerAtOnce } from '../api/loading.js';
export { renderCard, renderChart } from '../api/render.js';
export { panelOf, take } from '../api/taking.js';
export { readState, refusedOrder } from '../element/restore.js';
export { arriveAt } from '../element/arrive.js';
export { hears, meant, say } from '../element/link.js';
export { linkTo } from '../element/share.js';
export { exportMenu, saveCsv } from '../element/exports.js';
export { copyText } from '../export/take.js';
export { Menu } from '../view/menu.js';
export { SourcePanel } from '../view/panel.js';
export { showProgress } from '../view/progress.js';
export { sourceRanks, sourceTable, topicOf } from '../view/source-list.js';
export { arrange } from '../view/sorting.js';
export { Tooltip } from '../view/tooltip.js';
export { styles } from '../view/more-sheet.js';
export { joined } from '../wasm/join.js';
