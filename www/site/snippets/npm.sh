npm install zonestat
