// What all pictures have in common.
export const INKS = ['rgb(17,98,174)', 'rgb(167,38,18)', 'rgb(3,159,139)'];
export const TEXT = 'rgb(20,24,29)';
export const MUTED = 'rgb(89,98,110)';
export const GRID = 'rgb(226,229,233)';
export const WIDTH = 640;
