// The gallery: every case of cases.json by topic, live, each with its tag and its spec.
import { escape, pair } from './bilingual.mjs';
import { highlighted } from './code.mjs';

const TOPICS = {
  economy: ['Economy', '经济', 'Output, its sectors and industries.', '生产总值、三次产业与各行业。'],
  trade: ['Trade', '外贸', 'Goods, services and cross-border e-commerce.', '货物贸易、服务贸易与跨境电商。'],
  investment: ['Investment', '投资', 'Fixed assets, foreign capital, shares of the city.', '固定资产投资、利用外资与占全市比重。'],
  projects: ['Projects', '项目', 'From reserve to completion, and single projects with their plans.', '从储备到竣工的各阶段，以及单个项目的规划。'],
  finance: ['Finance', '财政金融', 'Budget revenue, transfers, financing and funds.', '一般公共预算收入、转移支付、融资与专项资金。'],
  enterprises: ['Enterprises', '企业', 'Taxpayers, listings, training, and who was first.', '纳税、上市、培训，以及各项“首家”。'],
  people: ['People and land', '人口与土地', 'Residents, households, talent and areas.', '人口、户数、人才与面积。'],
  governance: ['Governance', '体制改革', 'Reform, staff, standings and milestones.', '机构改革、人员、位次与大事。'],
  aims: ['Aims and programmes', '目标与工程', 'How far a task is done, and what is expected.', '任务完成到哪一步，预计达到多少。'],
  city: ['The city', '德州市', 'The city’s own figures, kept apart from the zone’s.', '全市数据，与开发区的分开列示。'],
};

/** The width of a column of the gallery where there are several, for heights that stand in the page beforehand. */
const COLUMN = 340;

/** What a case is found by. */
const kindOf = ({ tag, attributes }) => (tag === 'zone-card' ? 'card' : attributes.kind);

const KINDS = {
  bar: ['Bars', '柱形'],
  line: ['Line', '折线'],
  donut: ['Donut', '环形'],
  bullet: ['Bullet', '目标对比'],
  pipeline: ['Pipeline', '项目阶段'],
  timeline: ['Timeline', '时间轴'],
  rank: ['Rank', '位次'],
  nested: ['Nested areas', '嵌套面积'],
  auto: ['Chosen by the data', '由数据决定'],
  card: ['Fact card', '数据卡片'],
};

/** `zonestat` is the package in Node.js: the same drawing, for its height and its words. */
export function galleryParts(cases, zonestat) {
  const unknown = cases.filter(({ topic }) => !TOPICS[topic]);
  if (unknown.length > 0) throw new Error(`cases of unknown topics: ${unknown.map(({ id }) => id).join(' ')}`);
  const kinds = new Set(cases.map((one) => kindOf(one)));
  return {
    'case-count': () => String(cases.length),
    'topic-links': () =>
      Object.entries(TOPICS)
        .map(([topic, [en, zh]]) => {
          const count = cases.filter((one) => one.topic === topic).length;
          return `<li><a href="#${topic}">${pair(en, zh)} <span class="count">${count}</span></a></li>`;
        })
        .join('\n'),
    'kind-options': () =>
      Object.entries(KINDS)
        .filter(([kind]) => kinds.has(kind))
        .map(([kind, [en, zh]]) => `<option value="${kind}">${pair(en, zh)}</option>`)
        .join('\n'),
    gallery: (lang) => Object.keys(TOPICS).map((topic) => section(topic, cases, lang, zonestat)).join('\n'),
  };
}

function section(topic, cases, lang, zonestat) {
  const [en, zh, aboutEn, aboutZh] = TOPICS[topic];
  const group = cases.filter((one) => one.topic === topic).map((one) => ({ one, drawn: drawnOnServer(one, lang, zonestat) }));
  // Charts before cards, and neighbours of about one height: rows are even.
  group.sort((a, b) => b.one.tag.localeCompare(a.one.tag) || a.drawn.height - b.drawn.height);
  return `<section class="topic" aria-labelledby="${topic}">
<h2 id="${topic}">${pair(en, zh)}</h2>
<p class="about">${pair(aboutEn, aboutZh)}</p>
<div class="cases">
${group.map(({ one, drawn }) => figure(one, drawn, lang)).join('\n')}
</div>
</section>`;
}

function figure(one, { height, words }, lang) {
  const { id, tag, attributes, title } = one;
  const code = tagOf(tag, attributes);
  const link = new URLSearchParams({ element: tag, ...attributes });
  return `<figure class="case" id="case-${id}" data-kind="${kindOf(one)}" data-height="${height}">
<h3><a href="#case-${id}">${pair(escape(title.en), escape(title.zh))}</a></h3>
${code.replace(/<\/[\w-]+>$/, '')}<p lang="${lang === 'zh' ? 'zh-CN' : 'en'}">${escape(words)}</p></${tag}>
<figcaption>
<code id="tag-${id}" class="tag">${highlighted(code, 'tag.html')}</code>
<code id="spec-${id}" hidden>${escape(JSON.stringify(attributes))}</code>
<span class="actions">
<button type="button" data-copy="tag-${id}">${pair('Copy tag', '复制标签')}</button>
<button type="button" data-copy="spec-${id}">${pair('Copy spec', '复制参数')}</button>
<a href="playground.html#${escape(link)}">${pair('Try it', '试一试')}</a>
</span>
</figcaption>
</figure>`;
}

function tagOf(tag, attributes) {
  const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${escape(value)}"`);
  return `<${tag}${written.join('')}></${tag}>`;
}

/** The room that a case will take, roughly, and what it says: both stand in the page until it is drawn. */
function drawnOnServer({ tag, attributes }, lang, { renderCard, renderChart }) {
  const render = tag === 'zone-card' ? renderCard : renderChart;
  const handle = render(null, { ...attributes, lang, width: COLUMN });
  const [, height] = /height="(\d+)/.exec(handle.toSVG());
  return { height: Number(height), words: handle.describe() };
}
