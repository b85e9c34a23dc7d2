/**
 * Two-character words that carry an offer, so short that almost any character of their sound makes sense beside them.
 * They alone are read through everyday stand-ins too (宝本, 返力), where the text around speaks of money or care.
 */
export const KEY_WORDS: ReadonlySet<string> = new Set(
  `
保本 保息 返利 返现 返本 返还 高息 利息 收益 分红 红利 投资 本金 本息 付息 还本 兑付 兑现 养老 会员 床位 押金 退款 退费 回购 回报 年化 月息 年息 补贴 集资 稳赚 包赚 躺赚 复利 股权 认购
认筹 入股 合伙 众筹 储值 预存 理财 治愈 根治 治疗 康复 疗效 包治 免费 旅居 康养 候鸟 福利 奖励 提现 推荐 抽奖 中奖 国企 央企 担保 兜底 保险 贴息 增值 升值 静态 动态 下线 代理 积分 虚拟
跑路 失联 诈骗 传销 违约 不退 概不 定金 订金 贷款 抵押 房产
`
    .trim()
    .split(/\s/),
)

/** Words by which a paper warns, forbids or denies: hidden, they would leave an offer that is none. No rule need ask for them. */
export const FRAME_WORDS: readonly string[] =
  '谨防 骗局 不得 不要 诱导 警惕 切勿 请勿 切莫 轻信 上当 防范 当心 陷阱 严禁 禁止 不法 幌子 提醒'.split(' ')

/** Pairs that could be a key word in disguise and are ordinary Chinese: words, and neighbours in news titles, court papers and papers of this field. */
export const EVERYDAY_PAIRS: ReadonlySet<string> = new Set(
  `
下乡 下享 下先 下向 下弦 下相 下腺 下象 下贱 下钱 下降 下限 下陷 下香 不推 不追 不通 不逢 专销 世联 丝联 两化 严老 中健 中减 中坚 中将 中建 中检 中江 中港 中监 中箭 中见 中资 中键 中间
丰红 为约 乐现 于存 亚金 亮化 人股 人购 付利 代利 代李 代立 会元 会吴 会因 会愿 会报 会购 会运 会酝 伟约 传位 传小 但保 体息 体现 体金 余存 佛利 侯鸟 保先 保县 保向 保夕 保想 保皋 保系
保见 保鲜 值愈 傅利 储智 储资 入固 入服 入谷 入骨 八股 共利 其分 养化 养者 几分 凡本 击分 分公 分共 分功 分工 分洪 初值 利兮 利希 利席 利析 利系 利西 前老 功利 动台 包专 包之 包制
包子 包本 包氏 包装 包质 包资 包转 升之 升制 升子 升职 升至 厦线 及分 及资 反本 受益 司联 合和 合夥 合或 四联 回保 回投 国七 国全 国兰 国器 国奇 国戚 国旗 国期 国棋 国正 国气 国汽 国琦
国祁 国耻 地现 圾分 坂本 坊本 增子 增支 增植 增殖 增置 增职 增至 增资 士联 复力 复息 复礼 复立 大款 大理 夫利 央全 央气 失两 失恋 失脸 失良 失量 奖礼 女居 始联 季分 宏利 定今
定惊 定敬 定睛 定精 定进 定静 实联 害本 富利 对付 对现 尽态 巩利 己分 市联 布贴 布退 年北 年华 年媳 年希 年此 年画 年老 年西 年货 床围 床尾 床帷 康前 康夫 康富 康府 康福 康艳 式联 弗利
弟费 当保 征值 待款 待理 念化 悔报 慨不 房利 房单 房惨 房本 房现 房舱 房长 房颤 扳本 投之 投子 投掷 投止 抖底 报本 报资 押禁 抽检 抽资 拟财 挥员 推奖 推见 提县 提向 提押 提箱 提线 提限
提香 收一 收义 收亦 收以 收尾 收艺 收蚁 改不 放利 敛息 料效 斯联 方产 方利 方本 方现 方还 时联 是联 是金 晶态 暴治 月付 月夕 月现 月西 期分 未约 本京 本仅 本席 本戏 本溪
本系 本细 本经 本西 本近 本进 本铉 机分 机资 杨老 板本 板现 板还 极分 枫红 根之 根值 根子 根指 根支 根植 根直 根知 梁化 楚金 樊本 正值 殷老 毒理 氟利 汇报 治了 治愚 沽权 泛现 洋老 演老
炼化 版本 版现 理材 理睬 的押 的现 盖不 省值 真值 知疗 石联 矶分 福尼 福礼 福离 福立 福里 积愤 税付 窗销 立息 篡位 籍资 粉红 系分 红丽 红泥 红理 红痢 红离 约付 级分 级资 纪分 纷红
纺产 终奖 绘员 给分 给资 绩分 翻本 职分 肌分 股全 腿费 自愈 船位 良化 范利 范本 虚利 虚力 虚礼 虚立 补帖 补铁 视联 言老 计分 计资 订经 认仇 认等 记分 记资 识分 该不 说现 贩现 走金
转销 过企 近利 近现 近还 返乡 返产 返奔 返运 迪约 追款 通款 通费 逮理 部退 酚红 重奖 量化 钟奖 阪本 防产 附息 际分 际资 集之 集子 集志 集自 集齐 面费 颜老 验老 高吸 高希 高烯 高西 鲤息
鸡分 鸿利 齐分 齐资
`
    .trim()
    .split(/\s/),
)
