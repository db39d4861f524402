//! Writes a widget as SVG, from attributes on the command line: `cargo run --example svg -- chart 640 zh light indicator=trade`.

use zonestat::data::Dataset;
use zonestat::format::Lang;
use zonestat::scene::to_svg;
use zonestat::spec::Spec;
use zonestat::text::TableMeasure;
use zonestat::theme::Theme;

fn main() -> Result<(), zonestat::error::Error> {
    let mut args = std::env::args().skip(1);
    let mut next = |otherwise: &str| args.next().unwrap_or_else(|| otherwise.to_owned());
    let (what, width, lang, theme) = (next("chart"), next("640"), next("en"), next("light"));
    let attributes: Vec<String> = args.collect();
    let get = |name: &str| {
        attributes
            .iter()
            .find_map(|a| a.strip_prefix(name)?.strip_prefix('=').map(str::to_owned))
    };
    let (ds, lang) = (Dataset::bundled(), Lang::of_tag(&lang));
    let spec = Spec::read(ds, lang, &get)?;
    let width = width.parse().unwrap_or(640.0);
    let scene = if what == "card" {
        let frame = zonestat::card::Frame {
            width,
            height: 0.0,
            lang,
            measure: &TableMeasure,
        };
        zonestat::card::card(ds, &spec, &frame)?
    } else {
        let frame = zonestat::chart::Frame {
            width,
            height: 0.0,
            lang,
            measure: &TableMeasure,
            hidden: &[],
        };
        zonestat::chart::chart(ds, &spec, &frame)?
    };
    let theme = if theme == "dark" { Theme::dark() } else { Theme::light() };
    println!("{}", to_svg(&scene, &theme, ""));
    Ok(())
}
