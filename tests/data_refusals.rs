//! What the compiler of the data refuses, each with a small table that is wrong in one place.
#![allow(clippy::unwrap_used, missing_docs)]

use zonestat::data::compile::{FILES, Problem, Sheet, compile};

const GOOD: [&str; 6] = [
    "id,about,title_zh,title_en,short_zh,short_en,publisher_zh,publisher_en,date,date_basis,sha256,note_zh,note_en
news,zone,标题,Title,短,Short,某网,A site,2020-11-29,stated,,,
later,zone,标题,Title,短,Short,某网,A site,2022-05,inferred,,,
",
    "id,kind,name_zh,name_en,short_zh,short_en,parent,note_zh,note_en
zone,zone,开发区,Zone,开发区,Zone,city,,
city,city,市,City,市,City,,,
",
    "id,topic,nature,units,measure_zh,measure_en_one,measure_en_other,name_zh,name_en,short_zh,short_en,note_zh,note_en
trade,trade,flow,CNY,,,,进出口,Trade,进出口,Trade,,
projects,projects,flow,count,个,project,projects,项目,Projects,项目,Projects,,
founded,governance,attribute,date,,,,设立,Founded,设立,Founded,,
",
    "id,entity,indicator,value,unit,period,period_basis,status,qualifier,kind,basis,scope,scope_zh,scope_en,of,note_zh,note_en
trade-2019,zone,trade,11200000000,CNY,2019,stated,actual,exact,level,,,,,,,
trade-2019-yoy,zone,trade,19.2,%,2019,stated,actual,exact,yoy_growth,unstated,,,,trade-2019,,
trade-2019-rank,zone,trade,2,rank,2019,stated,actual,exact,rank,,city,,,trade-2019,,
projects-2019,zone,projects,20,count,2019,stated,actual,over,count,,,,,,,
founded,zone,founded,1998,date,1998,stated,actual,exact,date,,,,,,,
",
    "observation,source,paragraph,occurrence,figure
trade-2019,news,1,1,112亿元
trade-2019-yoy,news,1,1,19.2%
trade-2019-rank,news,1,1,第2位
projects-2019,news,1,1,20余个
founded,news,1,1,1998年
",
    "type,from,to,note_zh,note_en
",
];

fn problems(tables: &[String; 6]) -> Vec<Problem> {
    let sheets: Vec<_> = FILES
        .iter()
        .zip(tables)
        .map(|(file, text)| Sheet::parse(file, text).unwrap())
        .collect();
    compile(&sheets).err().unwrap_or_default()
}

/// The good tables with one text replaced by another, in one file.
fn altered(file: &str, from: &str, to: &str) -> [String; 6] {
    let mut tables = GOOD.map(str::to_owned);
    let at = FILES.iter().position(|name| *name == file).unwrap();
    assert!(tables[at].contains(from), "{from} is not in {file}");
    tables[at] = tables[at].replacen(from, to, 1);
    tables
}

/// Asserts that the alteration is refused at this row and column, in words that hold `says`.
#[track_caller]
fn refuses(file: &str, from: &str, to: &str, (in_file, row, column): (&str, usize, &str), says: &str) {
    let found = problems(&altered(file, from, to));
    let hit = found
        .iter()
        .any(|p| (&*p.file, p.row, p.column) == (in_file, row, column) && p.message.contains(says));
    assert!(
        hit,
        "wanted {in_file} row {row} column {column} \"{says}\", found {found:#?}"
    );
}

const O: &str = "observations.csv";

#[test]
fn the_good_tables_pass() {
    assert_eq!(problems(&GOOD.map(str::to_owned)), []);
}

#[test]
fn unknown_ids() {
    refuses(
        O,
        "trade-2019,zone,",
        "trade-2019,zoo,",
        (O, 2, "entity"),
        "no id of entities.csv; did you mean \"zone\"",
    );
    refuses(
        O,
        "zone,trade,11",
        "zone,xx,11",
        (O, 2, "indicator"),
        "no id of indicators.csv",
    );
    refuses(O, "rank,,city", "rank,,town", (O, 4, "scope"), "no id of entities.csv");
    refuses(
        O,
        ",trade-2019,,\ntrade-2019-rank",
        ",x,,\ntrade-2019-rank",
        (O, 3, "of"),
        "no id of observations.csv",
    );
    refuses(
        "locators.csv",
        "founded,news",
        "founded,olds",
        ("locators.csv", 6, "source"),
        "no id of sources.csv",
    );
    refuses(
        "entities.csv",
        "Zone,city",
        "Zone,town",
        ("entities.csv", 2, "parent"),
        "no id of entities.csv",
    );
    refuses(
        "relations.csv",
        "note_en\n",
        "note_en\npart-of,a,b,,\n",
        ("relations.csv", 2, "from"),
        "no id of",
    );
}

#[test]
fn ids_that_are_malformed_or_stand_twice() {
    refuses(O, "founded,zone", "Founded,zone", (O, 6, "id"), "write a-z");
    refuses(
        O,
        "projects-2019,zone",
        "trade-2019,zone",
        (O, 5, "id"),
        "is the id of row 2 already",
    );
}

#[test]
fn words_outside_a_closed_vocabulary() {
    refuses(
        O,
        "actual,exact,level",
        "done,exact,level",
        (O, 2, "status"),
        "none of: actual estimated",
    );
    refuses(O, "CNY,2019", "RMB,2019", (O, 2, "unit"), "none of: CNY USD");
    refuses(
        "indicators.csv",
        "trade,flow",
        "trade,river",
        ("indicators.csv", 2, "nature"),
        "none of: flow stock",
    );
    refuses(
        "indicators.csv",
        "flow,CNY",
        "flow,CNY RMB",
        ("indicators.csv", 2, "units"),
        "\"RMB\" is none of",
    );
}

#[test]
fn a_unit_that_does_not_fit() {
    refuses(
        O,
        "CNY,2019",
        "USD,2019",
        (O, 2, "unit"),
        "the indicator trade has the unit CNY, not USD",
    );
    refuses(
        O,
        "CNY,2019",
        "USD,2019",
        (O, 2, "unit"),
        "the printed figure 112亿元 says CNY, not USD",
    );
    refuses(
        O,
        "19.2,%",
        "19.2,pp",
        (O, 3, "unit"),
        "a yoy_growth has the unit %, not pp",
    );
    refuses(
        O,
        "2,rank,2019",
        "2,count,2019",
        (O, 4, "unit"),
        "a rank has the unit rank, not count",
    );
}

#[test]
fn a_figure_that_does_not_say_the_value() {
    refuses(
        O,
        "11200000000",
        "1120000000",
        (O, 2, "value"),
        "the printed figure 112亿元 says 11200000000, not 1120000000",
    );
    refuses(
        "locators.csv",
        "112亿元",
        "112万元",
        (O, 2, "value"),
        "112万元 says 1120000",
    );
    refuses(
        "locators.csv",
        "112亿元",
        "若干",
        (O, 2, "value"),
        "no number that can be read",
    );
    refuses(O, "11200000000", "112e8", (O, 2, "value"), "no plain decimal");
    refuses(
        "locators.csv",
        "20余个",
        "20个",
        (O, 5, "qualifier"),
        "20个 says exact, not over",
    );
    refuses("locators.csv", "1998年", "1999年", (O, 6, "value"), "does not say 1998");
    refuses(
        O,
        "1998,date,1998",
        "1997,date,1998",
        (O, 6, "value"),
        "not the date that the period says",
    );
    refuses(
        "locators.csv",
        "founded,news,1,1,1998年\n",
        "",
        (O, 6, "id"),
        "no row of locators.csv",
    );
    refuses(
        "locators.csv",
        "news,1,1,112",
        "news,0,1,112",
        ("locators.csv", 2, "paragraph"),
        "whole number from 1",
    );
}

#[test]
fn values_that_cannot_be() {
    refuses(O, "20,count", "20.5,count", (O, 5, "value"), "count are whole numbers");
    refuses(O, "20,count", "-20,count", (O, 5, "value"), "not negative");
    refuses(
        O,
        "rank,2019,stated,actual,exact,rank",
        "count,2019,stated,actual,exact,first",
        (O, 4, "value"),
        "is 1",
    );
}

#[test]
fn statements_without_what_gives_them_meaning() {
    refuses(O, "rank,,city", "rank,,", (O, 4, "scope"), "among what");
    refuses(
        O,
        "yoy_growth,unstated,,,,trade-2019",
        "share,,,,,trade-2019",
        (O, 3, "scope"),
        "of what",
    );
    refuses(
        O,
        "yoy_growth,unstated",
        "yoy_growth,",
        (O, 3, "basis"),
        "write unstated",
    );
    refuses(
        O,
        "level,,,",
        "level,unstated,,",
        (O, 2, "basis"),
        "only growth has a basis",
    );
}

#[test]
fn loops() {
    let to = "level,,,,,trade-2019-yoy,,";
    refuses(O, "level,,,,,,,", to, (O, 2, "of"), "goes round in a loop");
    refuses(
        "entities.csv",
        "市,City,,",
        "市,City,zone,",
        ("entities.csv", 3, "parent"),
        "go round in a loop",
    );
}

#[test]
fn actual_before_the_period_has_ended() {
    let (from, to) = ("CNY,2019,stated", "CNY,2020,stated");
    refuses(
        O,
        from,
        to,
        (O, 2, "status"),
        "the period 2020 had not ended when news was published (2020-11-29)",
    );
    refuses(O, from, "CNY,P1Y,stated", (O, 2, "status"), "no calendar year");
    let ended = altered(O, from, "CNY,2020-01/2020-11-29,stated");
    assert!(
        problems(&ended).iter().any(|p| p.column == "period"),
        "months and days make no range"
    );
    let ended = altered(O, from, "CNY,2020-01/2020-10,stated");
    assert_eq!(problems(&ended), []);
}

#[test]
fn duplicates() {
    let twice = |value: &str, figure: &str, relation: &str| {
        let row = format!("again,zone,trade,{value},CNY,2019,stated,actual,exact,level,,,,,,,\nfounded,zone");
        let mut tables = altered(O, "founded,zone", &row);
        tables[4].push_str(&format!("again,later,1,1,{figure}\n"));
        tables[5].push_str(relation);
        problems(&tables)
    };
    let same = twice("11200000000", "112亿元", "");
    assert_eq!((same.len(), same[0].row, same[0].column), (1, 6, "id"), "{same:?}");
    assert!(same[0].message.contains("a second locator"));
    let other = twice("11500000000", "115亿元", "");
    assert!(
        other[0].message.contains("another value than \"trade-2019\" in row 2"),
        "{other:?}"
    );
    assert_eq!(twice("11500000000", "115亿元", "differs,again,trade-2019,,\n"), []);
    let near = twice("11220000000", "112.2亿元", "differs,again,trade-2019,,\n");
    assert!(near[0].message.contains("can be one value"), "{near:?}");
}

#[test]
fn texts_in_one_language() {
    refuses(
        "entities.csv",
        "开发区,Zone,开发",
        "开发区,,开发",
        ("entities.csv", 2, "name_en"),
        "is empty",
    );
    refuses(
        O,
        "over,count,,,,,,,",
        "over,count,,,,,,说明,",
        (O, 5, "note_en"),
        "one language only",
    );
    refuses(
        O,
        "rank,,city,,",
        "rank,,city,企业,",
        (O, 4, "scope_en"),
        "one language only",
    );
    refuses(
        "indicators.csv",
        "个,project,",
        "个,,",
        ("indicators.csv", 3, "measure_en_one"),
        "is empty",
    );
    refuses(
        "indicators.csv",
        "个,project,projects",
        ",,",
        ("indicators.csv", 3, "measure_zh"),
        "is empty",
    );
}

#[test]
fn bad_periods() {
    for period in ["2019-13", "2019/2018", "19", "2019-Q5", "2019-02-30"] {
        refuses(
            O,
            "CNY,2019,",
            &format!("CNY,{period},"),
            (O, 2, "period"),
            "is no period; write 2021",
        );
    }
}

#[test]
fn relations_that_do_not_hold() {
    let relation = |rows: &str| {
        let mut tables = GOOD.map(str::to_owned);
        tables[5].push_str(rows);
        problems(&tables)
    };
    let says = |rows: &str, text: &str| {
        let found = relation(rows);
        assert!(found.iter().any(|p| p.message.contains(text)), "{rows}: {found:?}");
    };
    says("part-of,founded,founded,,\n", "no relation to itself");
    says(
        "part-of,founded,trade-2019,,\npart-of,founded,trade-2019,,\n",
        "stands twice",
    );
    says(
        "sums-to,projects-2019,trade-2019,,\n",
        "does not add up to a total in CNY",
    );
    says("checks-against,projects-2019,trade-2019,,\n", "how it comes out");
}

#[test]
fn parts_that_do_not_add_up_need_a_note() {
    let parts = |value: &str, note: &str| {
        let row = format!("part,zone,trade,{value},CNY,2018,stated,actual,exact,level,,,,,,,\nfounded,zone");
        let mut tables = altered(O, "founded,zone", &row);
        tables[4].push_str(&format!("part,news,1,1,{}亿元\n", &value[..3]));
        tables[5].push_str(&format!("sums-to,part,trade-2019,{note}\n"));
        problems(&tables)
    };
    assert_eq!(parts("11200000000", ","), []);
    assert!(
        parts("11000000000", ",")[0]
            .message
            .contains("do not add up to \"trade-2019\"")
    );
    assert_eq!(parts("11000000000", "原文如此,As printed"), []);
}

#[test]
fn shapes() {
    refuses(O, "id,entity", "id,thing", (O, 1, "entity"), "the column is missing");
    refuses(O, "id,entity", "id,thing", (O, 1, ""), "no column \"thing\"");
    refuses(
        O,
        "date,,,,,,,",
        "date,,,,,,",
        (O, 6, ""),
        "the row has 16 cells, the header 17",
    );
    refuses(O, "founded,zone", "founded, zone", (O, 6, ""), "white space");
    let missing = compile(&[]).err().unwrap_or_default();
    assert_eq!(missing.len(), 6);
    assert_eq!(missing[0].to_string(), "sources.csv: the file is missing");
}

#[test]
fn all_problems_are_told_at_once() {
    let mut tables = altered(O, "19.2,%", "19.2,pp");
    tables[3] = tables[3].replace("rank,,city", "rank,,");
    let found = problems(&tables);
    assert_eq!(found.len(), 3, "{found:?}");
    assert_eq!(
        found[0].to_string(),
        "observations.csv, row 3, column unit: a yoy_growth has the unit %, not pp"
    );
}
