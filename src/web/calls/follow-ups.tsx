import { shanghaiTime } from '../../core/clock/shanghai.ts'
import { FOLLOW_UP_WAYS } from '../../core/intake/call.ts'
import { PostForm } from '../layout/form.tsx'
import type { Visit } from '../visit.ts'
import type { CallShown } from './card.tsx'

/** What was told after the call, newest first. */
export function FollowUps({ followUps, visit }: { followUps: CallShown['followUps']; visit: Visit }) {
  const w = visit.words.calls
  if (followUps.length === 0) return <p class="help">{w.followUpsNone}</p>
  return (
    <ul class="follow-ups">
      {followUps.map(({ way, happenedAt, note, hasNewFacts, officerName }) => (
        <li>
          <small>
            {shanghaiTime(happenedAt)} · {w.wayWords[way]} · {officerName ?? ''}
            {hasNewFacts ? ` · ${w.newFacts}` : ''}
          </small>
          <p>{note}</p>
        </li>
      ))}
    </ul>
  )
}

/** Nothing of a follow-up is changed later, so there is no version to be stale. */
export function FollowUpForm({ matterId, number, visit }: { matterId: string; number: string; visit: Visit }) {
  const w = visit.words.calls
  return (
    <details class="follow-up">
      <summary>
        {w.log} · {number}
      </summary>
      <PostForm visit={visit} action="/calls/follow-up">
        <input type="hidden" name="matter" value={matterId} />
        <div class="call-row">
          <div class="field">
            <label for={`way-${matterId}`}>{w.way}</label>
            <select id={`way-${matterId}`} name="way">
              {FOLLOW_UP_WAYS.map((way) => (
                <option value={way}>{w.wayWords[way]}</option>
              ))}
            </select>
          </div>
          <label class="tick">
            <input type="checkbox" name="new_facts" value="yes" />
            {w.newFacts}
          </label>
        </div>
        <div class="field">
          <label for={`note-${matterId}`}>{w.note}</label>
          <textarea id={`note-${matterId}`} name="note" rows={3} required maxLength={4000} />
          <small class="help">{w.newFactsHelp}</small>
        </div>
        <button type="submit">{w.log}</button>
      </PostForm>
    </details>
  )
}
