import 'zonestat/auto';
