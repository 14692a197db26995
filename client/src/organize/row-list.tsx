import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.js';
import { DataTable, type Column } from './data-table.js';
import { textOf, type FieldSpec, type FormValues } from './fields/field-spec.js';
import { FormDialog } from './form-dialog.js';
import styles from './organize.module.css';
import type { RowWrites } from './rows.js';

interface Props<T extends { id: string }> {
  title: string;
  heading?: 'h1' | 'h2' | 'h3';
  rows: readonly T[];
  columns: readonly Column<T>[];
  nameOf: (row: T) => string;
  writes: RowWrites<T>;
  /** What the reader's role does not allow is not offered. */
  canWrite: boolean;
  addLabel: string;
  emptyText: string;
  fields: readonly FieldSpec[];
  /** What the form begins with when a row is added. */
  blank: FormValues;
  /** Of every new row, beside what the form asks: the city, the venue. */
  fixed?: FormValues;
  /** Fields that are given once and not changed. */
  onlyWhenAdded?: readonly string[];
  /** Beside the button that adds a row: where else the rows lead. */
  beside?: ReactNode;
  /** More that can be done with a row. */
  more?: (row: T) => ReactNode;
}

/** Rows of one kind in a table, with the forms that add and change them. */
export function RowList<T extends { id: string }>(props: Props<T>) {
  const { title, heading: Heading = 'h2', rows, columns, nameOf, writes, canWrite, addLabel, emptyText, fields, blank, fixed = {}, onlyWhenAdded = [], beside, more } = props;
  const { t } = useTranslation('organize');
  const [edited, setEdited] = useState<T | 'new' | null>(null);
  const [added, setAdded] = useState<string | null>(null);
  const changeable = fields.filter(({ name }) => !onlyWhenAdded.includes(name));
  const valuesOf = (row: T, wanted: readonly FieldSpec[]): FormValues => Object.fromEntries(wanted.map(({ name }) => [name, row[name as keyof T] as FormValues[string]]));
  /** What no field shows, and yet has to come back when a removal is undone. */
  const unseenOf = (row: T): FormValues => Object.fromEntries(Object.keys(blank).map((name) => [name, row[name as keyof T] as FormValues[string]]));
  return (
    <section className={styles.section} aria-label={title}>
      <div className={styles.head}>
        <Heading>{title}</Heading>
        <div className={styles.buttons}>
          {beside}
          {canWrite && (
            <Button icon="plus" look={Heading === 'h1' ? 'strong' : 'plain'} onPress={() => setEdited('new')}>
              {addLabel}
            </Button>
          )}
        </div>
      </div>
      {rows.length === 0 ? (
        <p className={styles.empty}>{emptyText}</p>
      ) : (
        <DataTable
          label={title}
          columns={columns}
          rows={rows}
          // once its form is gone, which would give the focus back to the button
          freshId={edited === null ? added : null}
          actions={(row) => (
            <>
              {more?.(row)}
              {canWrite && changeable.length > 0 && (
                <Button look="quiet" aria-label={t('form.changeNamed', { name: nameOf(row) })} onPress={() => setEdited(row)}>
                  {t('form.change')}
                </Button>
              )}
              {canWrite && (
                <Button look="quiet" aria-label={t('form.removeNamed', { name: nameOf(row) })} onPress={() => void writes.remove(row, { ...fixed, ...unseenOf(row), ...valuesOf(row, fields) }, nameOf(row))}>
                  {t('form.remove')}
                </Button>
              )}
            </>
          )}
        />
      )}
      {edited !== null && (
        <FormDialog
          title={edited === 'new' ? addLabel : nameOf(edited)}
          fields={() => (edited === 'new' ? fields : changeable)}
          initial={edited === 'new' ? blank : valuesOf(edited, changeable)}
          submitLabel={edited === 'new' ? addLabel : t('form.save')}
          onClose={() => setEdited(null)}
          onSubmit={async (values) => {
            const name = textOf(values['name']) || title;
            if (edited === 'new') setAdded(await writes.add({ ...fixed, ...values }, name));
            else await writes.change(edited, changedOnly(values, valuesOf(edited, changeable)), name);
          }}
        />
      )}
    </section>
  );
}

/** A patch names what differs, so that two who edit different fields do not undo each other. */
function changedOnly(values: FormValues, before: FormValues): FormValues {
  return Object.fromEntries(Object.entries(values).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name])));
}
