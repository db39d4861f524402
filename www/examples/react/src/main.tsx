import { createRoot } from 'react-dom/client';
import 'zonestat/auto';
import { Trade } from './trade';

createRoot(document.querySelector('main')!).render(<Trade />);
