//! Requests a second with the metadata in Postgres: publish beside a bare transaction, resolve beside a bare look-up by
//! primary key and a bare handler, all from as many connections.

use std::time::Duration;

use crate::bare_postgres::BarePostgres;
use crate::client::rate;
use crate::publishers::{Publishers, resolve};
use crate::server::Server;
use crate::table::Table;
use crate::yardsticks::bare_handler;
use crate::{Effort, scratch};

const CONNECTIONS: [usize; 3] = [1, 8, 32];

pub(crate) fn show(effort: Effort) {
    let Some(server) = test_postgres::Server::find() else { return };
    let (database, folder) = (server.database_with_role().unwrap(), scratch());
    let bare = BarePostgres::create(&database.url());
    let server = Server::start_on_postgres(&folder.path().join("data"), &database);
    let publishers = Publishers::new(&server, folder.path());
    publishers.make("acme/few", 3);
    let request = resolve("acme/few", "^1");
    let answer = server.connect().and_then(|mut connection| connection.exchange(&request)).unwrap();
    assert_eq!(answer.status, 200);
    let handler = bare_handler(answer.body);
    let turn = Duration::from_millis(effort.turn_ms);

    let mut tables = CONNECTIONS.map(|count| Table::new(format!("Postgres: a second, {count} connections")));
    for round in 0..effort.rounds {
        for (count, table) in CONNECTIONS.into_iter().zip(&mut tables) {
            let ask = |address| rate(address, &vec![|| request.clone(); count], (200, turn));
            table.push(HANDLER, &[], ask(handler));
            table.push(SELECT, &[], bare.selects(count, turn));
            table.push("resolve a range", &[SELECT, HANDLER], ask(server.address));
            table.push(TWO_INSERTS, &[], bare.transactions(count, turn));
            // New models every round: what a publish costs depends on how many versions there are.
            let place = |number| format!("place-{number}/model-{round}-{count}");
            let model = |number| format!("acme/model-{round}-{count}-{number}");
            for (name, models) in [
                ("publish, each to a namespace of its own", (0..count).map(place).collect::<Vec<_>>()),
                ("publish, each to a model of its own", (0..count).map(model).collect()),
            ] {
                for model in &models {
                    publishers.make(model, 1);
                }
                table.push(name, &[TWO_INSERTS], publishers.rate(&models, turn));
            }
        }
    }
    tables.iter().for_each(Table::print);
    println!("{:>44}  {:.0}", "peak memory of the server, MiB", server.memory("VmHWM"));
}

const HANDLER: &str = "bare handler, as many bytes";
const SELECT: &str = "bare SELECT by primary key";
const TWO_INSERTS: &str = "bare transaction of two inserts";
