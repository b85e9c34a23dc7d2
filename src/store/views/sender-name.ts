/**
 * Who sent a paper, as shown to people: an officer who took it in herself by her name, any other sender as it called itself.
 * The row carries `sender` and `officer_id` of the intake and `officer_name` of that officer.
 */
export function senderName(row: Record<string, any>): string {
  return row.officer_id && row.sender === row.officer_id ? (row.officer_name ?? '') : row.sender
}
