import type { Channel, Kind } from '../document.ts'
import type { CleanText } from '../normalise/clean-text.ts'
import { gateFor, opened } from '../search/gate.ts'
import { type SignOf, signAt, unanimous } from './sign.ts'

/**
 * How the words reached people, read from clear signs in the copy itself: a moderator's script, a chat transcript, a live room,
 * an unsubscribe line, a leaflet. Told in a complaint it is a story with several channels, and nothing is read; nor where two fit.
 */
export function channelSign(clean: CleanText, kind: Kind): SignOf<Channel> | undefined {
  if (kind !== 'marketing' && kind !== 'unknown') return undefined
  const open = opened(GATE, clean.text)
  if (open === 0) return undefined
  return unanimous(
    SIGNS.flatMap(([channel, because, pattern], i) => {
      const match = open & (1 << i) ? pattern.exec(clean.text) : null
      return match ? [signAt(clean, channel, because, match.index, match.index + match[0].length)] : []
    }),
  )
}

const SIGNS: readonly [Channel, string, RegExp][] = [
  [
    'sms',
    'unsubscribe_line',
    /^\s*【[^】\n]{2,20}】[\s\S]{4,300}?(?:退订(?:请)?回\s?[A-Z\d]?|拒收请?回|回\s?[TNR]\s?(?:退订|拒收)|回复?TD)/i,
  ],
  [
    'seminar',
    'moderator_script',
    /(?:会场|会议|讲座|推介会|说明会|答谢会|茶话会)?主持(?:人)?(?:词|稿|流程|开场白)|(?:讲座|会场|推介会|会议)现场(?:录音|实录|讲稿|记录)|讲师(?:话术|讲稿|讲话稿)|(?:今天|现场)(?:到场|在座|来到现场)的(?:各位|叔叔阿姨|爸爸妈妈|爷爷奶奶)|(?:在座|到场)的(?:各位|叔叔阿姨|爸爸妈妈)/,
  ],
  [
    'group_chat',
    'chat_transcript',
    /(?:微信)?群(?:聊)?(?:记录|公告|接龙)[:：】]|@(?:所有人|全体成员)|【群(?:公告|主)】|(?:^|\n)(?:\[?群主[^\n：:]{0,10}|\S{1,10}\s\d{1,2}:\d{2})[:：\n][^\n]{2,200}\n\S{1,12}(?:\s\d{1,2}:\d{2})?[:：\n]/,
  ],
  [
    'live',
    'live_room',
    /(?:欢迎(?:来到|进入|新进)[^。\n]{0,8}|我们|咱们?)直播间|直播间(?:的|里的)?(?:家人|宝宝|老铁|朋友|叔叔阿姨|粉丝)|(?:左|右|下)(?:上|下)?(?:角|方)?(?:的)?小黄车|直播(?:话术|脚本|文字稿|口播)/,
  ],
  [
    'print',
    'leaflet',
    /(?:宣传)?(?:折页|单页|传单)(?:文案|正面|背面|内容)?[:：】》]|凭(?:本|此)(?:宣传)?(?:传单|单页|折页|宣传单|广告页)|[（(【](?:折页|传单|单页)[^）)】]{0,8}[）)】]/,
  ],
  ['phone', 'call_script', /(?:电话|外呼|电销|通话)(?:录音|话术|记录|脚本)(?:文字)?[:：】]/],
  ['outdoor', 'board', /(?:户外|墙体|公交|电梯|站台)(?:大牌|广告牌|广告位?|灯箱)(?:文案|内容)?[:：】]/],
]

const GATE = gateFor(SIGNS.map(([, , pattern]) => pattern))
