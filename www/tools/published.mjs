// The package.json that is published: its own fields, and what the crate says of both.

/** Fills the template with what stands in Cargo.toml: the version, and the repository as soon as there is one. */
export function publishedManifest(template, cargoToml) {
  const said = (key) => new RegExp(`^${key} = "(.+)"`, 'm').exec(cargoToml)?.[1];
  const address = said('repository');
  const repository = address && { type: 'git', url: `git+${address.replace(/(?:\.git)?$/, '.git')}` };
  const { name, ...others } = template;
  const homepage = said('homepage');
  return { name, version: said('version'), ...(repository && { repository }), ...(homepage && { homepage }), ...others };
}
