import 'zonestat/auto'; // [[defines the four elements||定义四个元素]]
