'use client';

import 'zonestat/auto';

export function Elements() {
  return null; // [[on the server nothing happens; in the browser the elements are defined||在服务器上什么也不做，在浏览器里定义元素]]
}
