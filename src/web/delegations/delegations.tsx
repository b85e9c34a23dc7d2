import type { RequestHandler } from 'express'
import { MOST_DAYS_LENT } from '../../actions/matters/lend-approval.ts'
import { may } from '../../core/access/viewer.ts'
import { shanghaiDay } from '../../core/clock/shanghai.ts'
import { type DelegationRow, delegationsList, possibleDeputies } from '../../store/views/delegations.ts'
import { screen } from '../doors.ts'
import { Field, PostForm } from '../layout/form.tsx'
import { Empty, Heading } from '../layout/heading.tsx'
import { Page } from '../layout/page.tsx'
import { sendPage } from '../send-page.ts'
import type { Visit } from '../visit.ts'
import type { WebParts } from '../web-parts.ts'

/** Who lent the power of approval to whom, and for which days. */
export function showDelegations(web: WebParts): RequestHandler {
  return screen(web, async (visit, _req, res) => {
    const w = visit.words.matters
    const rows = await delegationsList(web.db, visit.viewer)
    sendPage(
      res,
      <Page at={visit} title={w.delegations} section="approvals">
        <p class="crumbs">
          <a href="/approvals">{w.approvals}</a>
          <span>{w.delegations}</span>
        </p>
        <Heading title={w.delegations} sub={w.delegationsSubtitle} />
        {may(visit.viewer, 'delegation.grant') ? (
          <Lend visit={visit} deputies={await possibleDeputies(web.db, visit.viewer)} />
        ) : null}
        {rows.length === 0 ? <Empty title={w.delegationsEmpty} /> : <Table visit={visit} rows={rows} />}
      </Page>,
    )
  })
}

function Lend({ visit, deputies }: { visit: Visit; deputies: Awaited<ReturnType<typeof possibleDeputies>> }) {
  const { matters: w, terms } = visit.words
  const today = shanghaiDay(visit.now)
  return (
    <section class="card actions">
      <PostForm visit={visit} action="/delegations">
        <Field id="to" label={w.delegateTo}>
          <select id="to" name="to" required>
            <option value="">{w.choose}</option>
            {deputies.map(({ id, name, role }) => (
              <option value={id}>
                {name} · {terms.role[role]}
              </option>
            ))}
          </select>
        </Field>
        <Field id="from" label={w.delegateFrom}>
          <input id="from" type="date" name="from_day" value={today} required />
        </Field>
        <Field id="until" label={w.delegateUntil} help={w.delegateUntilHelp(MOST_DAYS_LENT)}>
          <input id="until" type="date" name="to_day" min={today} required />
        </Field>
        <label class="check">
          <input type="checkbox" name="in_charge" value="yes" /> {w.inCharge}
        </label>
        <small class="help">{w.inChargeHelp}</small>
        <Field id="reason" label={w.reasonLabel}>
          <textarea id="reason" name="reason" rows={2} required maxLength={1000} />
        </Field>
        <button class="primary" type="submit">
          {w.grant}
        </button>
      </PostForm>
    </section>
  )
}

function Table({ visit, rows }: { visit: Visit; rows: DelegationRow[] }) {
  const { matters: w, shell } = visit.words
  const today = shanghaiDay(visit.now)
  const standing = (row: DelegationRow) =>
    row.revokedAt ? w.revoked : today < row.from ? w.notYet : today > row.to ? w.over : w.holds
  return (
    <table class="list">
      <tbody>
        {rows.map((row) => (
          <tr class="row">
            <td class="main">
              {row.byName} → {row.lentToName}
              {row.inCharge ? <small class="below">{w.inCharge}</small> : null}
            </td>
            <td class="nowrap">
              {row.from} — {row.to}
            </td>
            <td>
              <span class="state">{standing(row)}</span>
            </td>
            <td>{row.reason}</td>
            <td>
              {row.by === visit.viewer.officerId && !row.revokedAt && today <= row.to ? (
                <PostForm visit={visit} action={`/delegations/${row.id}/revoke`} version={row.version}>
                  <button type="submit">{w.revoke}</button>
                </PostForm>
              ) : (
                shell.none
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
