'use client';

// On the server this does nothing; in the browser it defines the elements.
import 'zonestat/auto';

export function Elements() {
  return null;
}
