import { version } from 'zonestat';
import 'zonestat/auto';

document.documentElement.dataset.zonestat = version;
