//! Rows and times as Postgres has them.

use jiff::{SignedDuration, Timestamp};
use sqlx::encode::IsNull;
use sqlx::error::BoxDynError;
use sqlx::postgres::types::Oid;
use sqlx::postgres::{PgArgumentBuffer, PgRow, PgTypeInfo, PgValueRef};
use sqlx::{Decode, Encode, Error, Postgres, Row, Type};
use uuid::Uuid;

use crate::sql::cells::Cells;

/// `timestamptz`, as every Postgres numbers it.
const TIMESTAMPTZ: PgTypeInfo = PgTypeInfo::with_oid(Oid(1184));

/// 2000-01-01, from which Postgres counts its microseconds, in seconds of Unix.
const EPOCH: i64 = 946_684_800;

impl Cells for PgRow {
    fn text(&self, column: &'static str) -> Result<Option<&str>, Error> {
        self.try_get(column)
    }

    fn document(&self, column: &'static str) -> Result<Option<&str>, Error> {
        // Unchecked, because sqlx does not take `json` for a text; on the wire it is one.
        self.try_get_unchecked(column)
    }

    fn bytes(&self, column: &'static str) -> Result<Option<&[u8]>, Error> {
        self.try_get(column)
    }

    fn integer(&self, column: &'static str) -> Result<Option<i64>, Error> {
        self.try_get(column)
    }

    fn id(&self, column: &'static str) -> Result<Option<Uuid>, Error> {
        self.try_get(column)
    }

    fn time(&self, column: &'static str) -> Result<Option<Timestamp>, Error> {
        let time: Option<Time> = self.try_get(column)?;
        Ok(time.map(|Time(time)| time))
    }
}

/// A time as the tables have it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Time(pub(super) Timestamp);

impl Type<Postgres> for Time {
    fn type_info() -> PgTypeInfo {
        TIMESTAMPTZ
    }
}

impl Encode<'_, Postgres> for Time {
    fn encode_by_ref(&self, buffer: &mut PgArgumentBuffer) -> Result<IsNull, BoxDynError> {
        let micros = self.0.as_microsecond() - EPOCH * 1_000_000;
        Encode::<Postgres>::encode(micros, buffer)
    }
}

impl<'r> Decode<'r, Postgres> for Time {
    fn decode(value: PgValueRef<'r>) -> Result<Self, BoxDynError> {
        let micros = <i64 as Decode<'r, Postgres>>::decode(value)?;
        let epoch = Timestamp::from_second(EPOCH)?;
        Ok(Self(epoch.checked_add(SignedDuration::from_micros(micros))?))
    }
}
