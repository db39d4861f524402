import Link from 'next/link';
import { Elements } from './elements.jsx';
import './style.css';

export const metadata = { title: 'Imports and exports', icons: 'data:,' };

export default function Layout({ children }) {
  return (
    <html lang="en">
      <body>
        <nav>
          <Link href="/">Imports and exports</Link> <Link href="/output">Gross domestic product</Link>
        </nav>
        {children}
        <Elements />
      </body>
    </html>
  );
}
