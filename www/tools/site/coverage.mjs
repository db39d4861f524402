// What the dataset holds, counted when the site is made.
import { escape, pair } from './bilingual.mjs';

export function coverageParts(dataset, omissions) {
  const observations = dataset.observations();
  const sources = dataset.sources();
  const relations = dataset.relations();
  const count = (test) => String(observations.filter(test).length);
  const places = observations.reduce((sum, { sources }) => sum + sources.length, 0);
  const numbers = {
    observations: observations.length,
    places,
    sources: sources.length,
    indicators: dataset.indicators().length,
    entities: dataset.entities().length,
    relations: relations.length,
    derived: dataset.derived().length,
    omissions: omissions.trim().split('\n').length - 1,
    corroborated: observations.filter(({ sources }) => new Set(sources.map(({ source }) => source)).size > 1).length,
    conflicts: relations.filter(({ type }) => type === 'differs').length,
    inferred: observations.filter(({ periodBasis }) => periodBasis === 'inferred').length,
    partial: observations.filter(({ partial }) => partial).length,
  };
  return {
    /** A figure about the data, by its name. */
    number: (_, name) => {
      if (!(name in numbers)) throw new Error(`no figure ${name}; there are: ${Object.keys(numbers).join(', ')}`);
      return String(numbers[name]);
    },
    'with-status': (_, status) => count((one) => one.status === status),
    'with-qualifier': (_, qualifier) => count((one) => one.qualifier === qualifier),
    'document-rows': () => sources.map((source) => documentRow(source, observations)).join('\n'),
    'indicator-rows': () => dataset.indicators().map((indicator) => indicatorRow(indicator, observations)).filter(Boolean).join('\n'),
    'entity-rows': () => dataset.entities().map((entity) => entityRow(entity, observations)).filter(Boolean).join('\n'),
  };
}

const name = ({ name }) => pair(escape(name.en), escape(name.zh));

function documentRow({ id, title, publisher, date, dateBasis, note }, observations) {
  const here = observations.filter(({ sources }) => sources.some(({ source }) => source === id));
  const day = dateBasis === 'stated' ? date : pair(`about ${date}, inferred`, `约${date}，推断`);
  return `<tr><th scope="row">${pair(`<span lang="zh-CN">${escape(title.zh)}</span><span class="what">${escape(title.en)}</span>`, escape(title.zh))}${note ? `<span class="what">${pair(escape(note.en), escape(note.zh))}</span>` : ''}</th>
<td>${pair(escape(publisher.en), escape(publisher.zh))}</td><td class="nowrap">${day}</td><td class="number">${here.length}</td></tr>`;
}

function indicatorRow(indicator, observations) {
  const here = observations.filter((one) => one.indicator === indicator.id).length;
  if (here === 0) return '';
  return `<tr><th scope="row"><code>${indicator.id}</code></th><td>${name(indicator)}</td><td>${(indicator.units ?? []).map((unit) => `<code>${escape(unit)}</code>`).join(' ')}</td><td class="number">${here}</td></tr>`;
}

function entityRow(entity, observations) {
  const here = observations.filter((one) => one.entity === entity.id).length;
  if (here === 0) return '';
  return `<tr><th scope="row"><code>${entity.id}</code></th><td>${name(entity)}</td><td class="number">${here}</td></tr>`;
}
