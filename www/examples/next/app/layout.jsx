import { Elements } from './elements.jsx';
import './style.css';

export const metadata = { title: 'Imports and exports', icons: 'data:,' };

export default function Layout({ children }) {
  return (
    <html lang="en">
      <body>
        {children}
        <Elements />
      </body>
    </html>
  );
}
