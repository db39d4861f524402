import type {} from 'zonestat/react'; // [[once in a project; or zonestat/preact, zonestat/vue||全项目写一次；另有 zonestat/preact、zonestat/vue]]
