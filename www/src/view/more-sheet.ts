import floating from './floating.css';
import more from './more.css';

/** The styles of what is seen only after somebody has acted. */
export const styles = more + floating;
