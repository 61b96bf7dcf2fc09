import type { ReactNode } from 'react';
import { Empty } from './Empty';
import { Loadable } from './Loadable';
import { UrlPager } from './Pager';
import { Table, TableSkeleton } from './Table';

interface Props<Row> {
  caption: string;
  /** Said where there are no rows. */
  empty: string;
  head: readonly string[];
  query: { data: { rows: Row[]; total: number } | undefined; error: unknown; isError: boolean };
  /** A row of the table, with its key. */
  children: (row: Row) => ReactNode;
}

/** A table of what a list of the server has, page by page; the place is in the page's address. */
export function PagedTable<Row>({ caption, empty, head, query, children }: Props<Row>) {
  return (
    <Loadable query={query} skeleton={<TableSkeleton />}>
      {({ rows, total }) =>
        rows.length === 0 ? (
          <Empty>{empty}</Empty>
        ) : (
          <>
            <Table caption={caption} head={head}>
              {rows.map(children)}
            </Table>
            <UrlPager total={total} />
          </>
        )
      }
    </Loadable>
  );
}
