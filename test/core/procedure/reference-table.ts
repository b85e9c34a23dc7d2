/**
 * The procedure written down a second time, from the statutes: the table the first is held against. It shares nothing with `rules/moves.yaml`.
 * A row: `move | matters | from > to | track: from > to | who | approval | clocks`.
 * - matters: C complaint, R report, L lead. `from`: states or groups below; without `>` the state stays.
 * - who: t hotline, o officer, r reviewer, h head; `*` of the handlers, `!` nobody who ever was one.
 * - approval: H a head, P the principal head.
 * - clocks: `+T22` starts, `-T06` ends if it runs, `=T01` must run and ends, `>T24` must have run out, `&T06` starts anew, `^T22` is extended.
 */
const TABLE = `
accept | C | received > accepted | | orh | | +T03
papers_complete | C | received | | orh | |
refuse_acceptance | C | received > not_accepted | | orh | |
tell_acceptance | C | accepted not_accepted mediation settled terminated | | torh | | =T01
tell_advertising_reply | CR | ANY | | torh | | =T02
begin_mediation | C | accepted > mediation | | orh | |
send_to_appraisal | C | accepted mediation | testing: none > out | orh | |
appraisal_back | C | accepted mediation settled terminated | testing: out > none | orh | |
find_lead_in_mediation | C | accepted mediation | | orh | |
settle | C | mediation > settled | | orh | | -T03
terminate_mediation | C | accepted mediation > terminated | | orh | | -T03 +T04
tell_termination | C | terminated | | torh | | =T04
withdraw_complaint | C | received > withdrawn | | torh | | -T01 -T02
return_to_receiver | CR | received > returned | | orh | | -T01 -T02 -T06
archive_complaint | C | settled terminated not_accepted withdrawn > archived | | orh | |
dispute_competence | CRL | received checking investigation | competence: none > disputed | orh | | +T10
settle_competence | CRL | received checking investigation | competence: disputed > none | orh | | -T10
ask_designation | CRL | received checking investigation | competence: disputed > designation | orh | | -T10 +T11
designated | CRL | received checking investigation | competence: designation > none | orh | | -T11
confirm_lead | L | proposed > checking | | orh | | +T06
dismiss_lead | L | proposed > dismissed | | orh | |
take_up | R | received > checking | | orh | |
repeat_report | R | received checking | | torh | | &T06
note_same_report | R | received checking | | torh | |
withdraw_report | R | received checking | | torh | |
tell_reporter | R | not_filed OPEN closed joined | | orh | | =T07
tell_competition_result | R | not_filed decided enforcement concluded closed | | orh | | =T08
unmask_reporter | CR | ANY | | orh | H |
assign_handlers | RL | checking OPEN closed not_filed | | rh | |
record_check | RL | checking | | or* | | -T13
extend_check | RL | checking | | or* | H | ^T06/T05
file | RL | checking > investigation | | or* | H | -T05 -T06 -T13 +T22
not_file | RL | checking > not_filed | | or* | H | -T05 -T06 -T13
decide_summarily | RL | checking > enforcement | | or* | | -T05 -T06 -T13 +T28 +T38 +T39
send_to_test | RL | checking investigation | testing: none > out | or* | |
test_back | RL | checking not_filed OPEN | testing: out > none | or* | |
register_evidence | RL | investigation | registration: none > held | or* | H | +T15
dispose_of_registered | RL | OPEN | registration: held > none | or* | | =T15
register_urgently | RL | investigation | registration: none > urgent | or* | | +T15 +T16
confirm_urgent_registration | RL | OPEN | registration: urgent > held | or* | H | =T16
release_registered | RL | OPEN | registration: held > none | or* | H | =T15
release_urgent_registration | RL | OPEN | registration: urgent > none | or* | H | =T15 -T16
seize | RL | investigation | seizure: none > held | or* | H | +T17
seize_urgently | RL | investigation | seizure: none > urgent | or* | | +T16 +T17
confirm_urgent_seizure | RL | OPEN | seizure: urgent > held | or* | H | =T16
extend_seizure | RL | HANDLED | | or* | H | ^T17
release_seizure | RL | OPEN | seizure: held > none | or* | H | -T17
release_urgent_seizure | RL | OPEN | seizure: urgent > none | or* | H | -T16 -T17
ask_assistance | RL | checking investigation suspended | assistance: none > asked | or* | |
assistance_letter_received | RL | checking investigation suspended | assistance: asked > received | or* | |
assistance_delayed | RL | checking investigation suspended | | or* | | ^T14
assistance_back | RL | checking not_filed OPEN closed | assistance: asked received > none | or* | | -T14
delay_assistance | L | assisting | | orh | | ^T14
answer_assistance | L | assisting > answered | | orh | | =T14
decline_assistance | L | assisting > answered | | orh | H | =T14
archive_assistance | L | answered > archived | | orh | |
extend_handling | RL | HANDLED | | or* | H | ^T22
extend_handling_further | RL | HANDLED | | or* | H | ^T22
suspend | RL | investigation > suspended | | or* | H |
resume | RL | suspended > investigation | | or* | |
join | RL | checking investigation > joined | | or* | H | -T05 -T06 -T13 -T22
transfer_out | RL | investigation suspended reviewed noticed > concluded | announcement: none > none | or* | H | -T19 -T22 +T27
terminate_investigation | RL | investigation suspended > concluded | | or* | H | -T22 +T27
submit_review | RL | investigation > review | | or* | | +T18
submit_after_hearing | RL | heard > review | | or* | | +T18
review_agree | RL | review > reviewed | | r! | | =T18
review_correct | RL | review > investigation | | r! | | =T18
review_supplement | RL | review > investigation | | r! | | =T18
review_refer | RL | review > investigation | | r! | | =T18
extend_review | RL | review | | r! | H | ^T18
propose_penalty | RL | reviewed | announcement: none > none | or* | H |
serve_notice | RL | reviewed > noticed | announcement: none > none | or* | | +T19
publish_notice | RL | reviewed | announcement: none > running | or* | | +T24
notice_deemed_served | RL | reviewed > noticed | announcement: running > none | or* | | >T24 -T24
record_statement | RL | noticed | | or* | |
record_waiver | RL | noticed | | or* | | =T19
call_hearing | RL | noticed > hearing | | r! | | -T19
hold_hearing | RL | hearing > heard | | r! | |
drop_hearing | RL | hearing > noticed | | r! | |
order_refund | RL | noticed | refund: none > ordered | or* | |
refund_over | RL | OPEN | refund: ordered > none | or* | |
investigate_further | RL | reviewed noticed > investigation | announcement: none > none | or* | | -T19
decide_penalty | RL | reviewed noticed > decided | announcement: none > none | or* | H | -T19 -T22 +T23
decide_no_penalty | RL | reviewed noticed > decided | announcement: none > none | or* | H | -T19 -T22 +T23 +T27
serve_decision | RL | decided > enforcement | announcement: none > none | or* | | =T23 +T25 +T38 +T39
serve_no_penalty | RL | decided > concluded | announcement: none > none | or* | | =T23 +T38 +T39
publish_decision | RL | decided | announcement: none > running | or* | | =T23 +T24
decision_deemed_served | RL | decided > enforcement | announcement: running > none | or* | | >T24 -T24
no_penalty_deemed_served | RL | decided > concluded | announcement: running > none | or* | | >T24 -T24
publish_penalty | RL | decided enforcement concluded closed | publication: none > published | or* | | =T29
push_penalty | RL | decided enforcement concluded closed | publication: none > published | or* | | =T30
decision_undone | RL | decided enforcement concluded closed archived | publication: published > withdrawing | orh | | +T31
withdraw_publication | RL | decided enforcement concluded closed archived | publication: withdrawing > withdrawn | orh | | =T31 -T32
defer_payment | RL | enforcement | | or* | H | ^T25
send_demand | RL | enforcement | | or* | | >T25 +T26/demand
record_final | RL | enforcement | | or* | | >T38 >T39 -T38 -T39
apply_to_court | RL | enforcement | | or* | H | >T26/demand -T26/demand =T26/court
record_performed | RL | enforcement > concluded | | or* | | -T25 -T26 +T27
court_ended_enforcement | RL | enforcement > concluded | | or* | | -T25 -T26 +T27
deposit_summary | RL | enforcement closed | | or* | | =T28
close_summary | RL | enforcement > closed | | or* | | -T25 -T26
close | RL | concluded > closed | | or* | H | =T27
archive | RL | closed not_filed > archived | | or* | |
suspect_fundraising | RL | OPEN not_filed | | or* | |
refer_fundraising | RL | checking OPEN not_filed | lead_department: none returned > sent | or* | H |
lead_department_accepts | RL | checking OPEN not_filed closed archived joined | lead_department: sent > accepted | orh | |
lead_department_returns | RL | checking OPEN not_filed closed archived joined | lead_department: sent > returned | orh | |
lead_department_determines | RL | checking OPEN not_filed closed archived joined | lead_department: none sent accepted returned > determined | orh | |
refer_to_police | RL | checking OPEN | police: none > approved | or* | P | +T34
hand_over_to_police | RL | checking OPEN not_filed closed | police: approved > handed_over | or* | | =T34 +T35
police_file | RL | checking OPEN not_filed closed | police: handed_over challenged supervised > filed | or* | | -T35 +T37
police_refuse | RL | checking OPEN not_filed closed | police: handed_over > refused | or* | | -T35 +T36/review
challenge_refusal | RL | checking OPEN not_filed closed | police: refused > challenged | or* | | =T36
uphold_refusal | RL | checking OPEN not_filed closed | police: challenged > upheld | or* | | +T36/prosecutor
ask_prosecutor | RL | checking OPEN not_filed closed | police: refused upheld > supervised | or* | | =T36
take_back_from_police | RL | checking OPEN not_filed closed | police: refused challenged upheld supervised > done | or* | | -T36
hand_over_evidence | RL | checking OPEN not_filed closed | police: filed > done | or* | | =T37
recuse | CRL | received accepted mediation checking OPEN | | orh | H |
recuse_head | CRL | received accepted mediation checking OPEN | | orh | P |
recuse_principal | CRL | received accepted mediation checking OPEN | | orh | H |
`

const OPEN = 'investigation suspended review reviewed noticed hearing heard decided enforcement concluded'
const GROUPS: Record<string, string> = {
  OPEN,
  HANDLED: 'investigation review reviewed noticed hearing heard',
  ANY: `received accepted not_accepted mediation settled terminated checking not_filed ${OPEN} closed joined`,
}

export interface Row {
  matters: string
  from: string[]
  to: string | null
  track: { name: string; from: string[]; to: string } | null
  who: string
  approval: string
  /** By their sign. */
  clocks: Record<'+' | '-' | '=' | '>' | '&' | '^', string[]>
}

export const REFERENCE: Readonly<Record<string, Row>> = Object.fromEntries(
  TABLE.trim()
    .split('\n')
    .map((line): [string, Row] => {
      const [move, matters, states, track, who, approval, clocks] = line.split('|').map((cell) => cell.trim()) as [
        string,
        string,
        string,
        string,
        string,
        string,
        string,
      ]
      const [from, to] = states.split('>').map(words) as [string[], string[]?]
      const [name, path] = track.split(': ')
      const [trackFrom, trackTo] = (path ?? '').split('>').map(words) as [string[], string[]?]
      const signed = (sign: string) => words(clocks).flatMap((each) => (each[0] === sign ? [each.slice(1)] : []))
      return [
        move,
        {
          matters,
          from: from.flatMap((each) => words(GROUPS[each] ?? each)),
          to: to?.[0] ?? null,
          track: path ? { name: name!, from: trackFrom, to: trackTo![0]! } : null,
          who,
          approval,
          clocks: {
            '+': signed('+'),
            '-': signed('-'),
            '=': signed('='),
            '>': signed('>'),
            '&': signed('&'),
            '^': signed('^'),
          },
        },
      ]
    }),
)

function words(cell: string): string[] {
  return cell.split(/\s+/).filter((each) => each !== '')
}
