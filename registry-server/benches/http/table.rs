//! Medians with their spread, beside a yardstick.

use std::fmt;

/// One measure of one case, round by round.
#[derive(Debug)]
pub(crate) struct Case {
    pub(crate) name: &'static str,
    /// The case that this one is a part of; none for a yardstick.
    pub(crate) beside: Option<&'static str>,
    pub(crate) figures: Vec<f64>,
}

impl Case {
    pub(crate) fn new(name: &'static str, beside: Option<&'static str>) -> Self {
        Self { name, beside, figures: Vec::new() }
    }

    pub(crate) fn median(&self) -> f64 {
        let sorted = self.sorted();
        sorted.get(sorted.len() / 2).copied().unwrap_or_default()
    }

    fn sorted(&self) -> Vec<f64> {
        let mut sorted = self.figures.clone();
        sorted.sort_by(f64::total_cmp);
        sorted
    }
}

impl fmt::Display for Case {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sorted = self.sorted();
        let (low, high) = (sorted.first().copied().unwrap_or_default(), sorted.last().copied().unwrap_or_default());
        write!(f, "{:>40}  {:>8.0} ({low:.0} to {high:.0})", self.name, self.median())
    }
}

/// Prints the cases, each with its part of its yardstick.
pub(crate) fn print(title: &str, cases: &[Case]) {
    println!("\n{title}: median (lowest to highest), and its part of the yardstick");
    for case in cases {
        let yardstick = cases.iter().find(|other| Some(other.name) == case.beside);
        match yardstick {
            Some(other) => println!("{case}  {:.2} x {}", case.median() / other.median(), other.name),
            None => println!("{case}"),
        }
    }
}
