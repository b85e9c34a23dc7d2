/**
 * A text without what names a person: numbers that belong to one (mobile, identity card, bank card) and names after a label that
 * announces one (投诉人：, 我叫). Each is replaced by `mark`. A name without a label cannot be told from other words and stays.
 */
export function withoutIdentities(text: string, mark: string): string {
  return text
    .replace(/(?<!\d)\d{17}[\dXx](?![\dA-Za-z])/g, mark)
    .replace(/(?<!\d)\d{15,19}(?!\d)/g, mark)
    .replace(/(?<!\d)(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)/g, mark)
    .replace(NAME_AFTER_LABEL, `$1$2${mark}`)
    .replace(NAME_AFTER_SELF, `$1$2${mark}`)
}

const SURNAMES =
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫经房裘缪干解应宗丁宣邓郁单杭洪包诸左石崔吉钮龚程邢裴陆荣翁荀甄曲家封靳段焦巴谷车侯宓全班仰秋仲伊宫宁仇栾暴甘厉戎祖武符刘景詹束龙叶司黎薄印白怀蒲邰从索赖卓屠蒙池乔阴胥苍闻党翟谭贡劳姬申扶堵冉宰雍桑桂牛寿通边扈燕冀郏浦尚农温庄晏柴瞿阎充慕连茹习艾鱼容向古易慎戈廖庾终居衡步都耿满弘匡国文寇广禄阙东欧沃利蔚越夔隆师巩厍聂晁勾敖融冷辛阚那简饶空曾沙养鞠须丰巢关相查后荆红游竺权盖益桓公肖'
const NAME = `(?:欧阳|上官|司马|诸葛|[${SURNAMES}])\\p{Script=Han}{1,2}`
/** After these a name follows, whatever comes behind it. */
const NAME_AFTER_LABEL = new RegExp(
  `(投诉人|举报人|反映人|来电人|联系人|申请人|姓名|我叫|我的名字是|本人系)([：:]?\\s*)${NAME}`,
  'gu',
)
/** After these much else may follow (本人于三月…), so the name has to end there. */
const NAME_AFTER_SELF = new RegExp(`(本人|我是)([：:]?\\s*)${NAME}(?=[,，。;；、\\s(（]|$)`, 'gu')
