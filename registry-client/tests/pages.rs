//! The Rust of the pages is Rust that runs: each block stands line for line in the example that the round trip runs.

use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The pages that people read: those of the root and of `docs`.
fn pages() -> Vec<PathBuf> {
    let folders = [root(), root().join("docs"), root().join("docs/adr")];
    let entries = folders.iter().flat_map(|folder| fs::read_dir(folder).unwrap());
    entries.map(|entry| entry.unwrap().path()).filter(|path| path.extension().is_some_and(|end| end == "md")).collect()
}

/// The lines of a text without what indents them, and without the empty ones.
fn lines(text: &str) -> Vec<&str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).collect()
}

/// What stands between each fence of Rust and the one that ends it.
fn blocks(page: &str) -> Vec<Vec<&str>> {
    let mut blocks = Vec::new();
    let mut lines = lines(page).into_iter();
    while let Some(line) = lines.next() {
        if line.strip_prefix("```").is_some_and(|language| language.starts_with("rust")) {
            blocks.push(lines.by_ref().take_while(|line| *line != "```").collect());
        }
    }
    blocks
}

fn stands_in(block: &[&str], program: &str) -> bool {
    !block.is_empty() && lines(program).windows(block.len()).any(|window| window == block)
}

#[test]
fn each_block_of_rust_stands_in_the_example_that_is_run() {
    let example = include_str!("../examples/first_steps.rs");
    let mut found = 0;
    for page in pages() {
        for block in blocks(&fs::read_to_string(&page).unwrap()) {
            assert!(
                stands_in(&block, example),
                "{}: registry-client/examples/first_steps.rs, which the tests run, does not have these lines; write them \
                 there, or change the page:\n{}",
                page.display(),
                block.join("\n")
            );
            found += 1;
        }
    }
    assert!(found > 0, "no page has a block of Rust any more: is this test still needed?");
}

#[test]
fn a_block_that_is_not_in_the_example_is_found() {
    let page =
        "text\n\n  ```rust\n  let a = 1;\n\n  let b = 2;\n  ```\n```sh\nls\n```\n```rust,ignore\nlet c = 3;\n```\n";
    let found = blocks(page);
    assert_eq!(found, [vec!["let a = 1;", "let b = 2;"], vec!["let c = 3;"]]);
    assert!(stands_in(&found[0], "fn f() {\n    let a = 1;\n    let b = 2;\n}"));
    assert!(!stands_in(&found[0], "let a = 1;\nlet x = 0;\nlet b = 2;"));
    assert!(!stands_in(&found[1], "let c = 33;"));
}
