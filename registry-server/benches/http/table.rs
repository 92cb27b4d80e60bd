//! Medians with their spread, beside yardsticks.

use std::fmt;

/// What was measured, round by round.
#[derive(Debug)]
pub(crate) struct Table {
    title: String,
    cases: Vec<Case>,
}

#[derive(Debug)]
struct Case {
    name: String,
    /// The cases that this one is compared with; none for a yardstick.
    beside: Vec<String>,
    figures: Vec<f64>,
}

impl Table {
    pub(crate) fn new(title: impl Into<String>) -> Self {
        Self { title: title.into(), cases: Vec::new() }
    }

    /// Takes the figure of one round. A yardstick that has no figures, because it was skipped, is not shown.
    pub(crate) fn push(&mut self, name: &str, beside: &[&str], figure: f64) {
        if let Some(case) = self.cases.iter_mut().find(|case| case.name == name) {
            return case.figures.push(figure);
        }
        let beside = beside.iter().map(|name| (*name).to_owned()).collect();
        self.cases.push(Case { name: name.to_owned(), beside, figures: vec![figure] });
    }

    pub(crate) fn print(&self) {
        println!("\n{}: median (lowest to highest), and its part of each yardstick, round by round", self.title);
        for case in &self.cases {
            let beside = case.beside.iter().filter_map(|name| self.cases.iter().find(|other| other.name == *name));
            let parts: Vec<String> = beside.map(|other| case.part_of(other)).collect();
            println!("{:>44}  {:.0}  {}", case.name, Spread::of(case.figures.clone()), parts.join(", "));
        }
    }
}

impl Case {
    /// Round by round, because what disturbs a round disturbs both.
    fn part_of(&self, yardstick: &Self) -> String {
        let parts = self.figures.iter().zip(&yardstick.figures).map(|(figure, other)| figure / other);
        format!("{:.2} x {}", Spread::of(parts.collect()), yardstick.name)
    }
}

/// The median of some figures, and how far they reach.
struct Spread {
    low: f64,
    median: f64,
    high: f64,
}

impl Spread {
    fn of(mut figures: Vec<f64>) -> Self {
        figures.sort_by(f64::total_cmp);
        let at = |index: usize| figures.get(index).copied().unwrap_or_default();
        Self { low: at(0), median: at(figures.len() / 2), high: at(figures.len().saturating_sub(1)) }
    }
}

impl fmt::Display for Spread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let places = f.precision().unwrap_or_default();
        write!(f, "{:.places$} ({:.places$} to {:.places$})", self.median, self.low, self.high)
    }
}
