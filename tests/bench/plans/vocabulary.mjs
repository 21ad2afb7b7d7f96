// @ts-check
// The words of generated plans: each in Chinese and in English, so that a clause and its translation say the same.
// Verbs and most subjects are those of the real plan, so that a search has about as many matches.

/** @typedef {readonly [zh: string, en: string]} Pair */
/** @typedef {readonly [id: string, label: Pair, words: readonly Pair[]]} Value - a value of a facet, with the words of its clauses */

/** The kinds of promise, with their verbs. @type {readonly Value[]} */
export const ACTIONS = [
  ["hold", ["举办活动", "Hold events"], [["举办", "hold"], ["继续办好", "continue to hold"]]],
  ["establish", ["建立", "Set up"], [["建立", "establish"], ["健全", "improve"]]],
  ["implement", ["落实", "Carry out"], [["落实", "carry out"], ["实施", "apply"]]],
  ["deepen", ["深化", "Deepen"], [["加强", "strengthen"], ["深化", "deepen"], ["拓展", "broaden"], ["巩固", "consolidate"]]],
  ["promote", ["推动", "Promote"], [["推动", "promote"], ["促进", "foster"], ["推进", "advance"]]],
  ["support", ["支持", "Support"], [["支持", "support"], ["鼓励", "encourage"], ["协助", "assist"]]],
  ["explore", ["探讨", "Explore"], [["探索", "explore"], ["探讨", "discuss"]]],
];

/** The sides that a clause may name, with the beginning of a sentence. @type {readonly Value[]} */
export const PARTIES = [
  ["both", ["双方", "Both sides"], [["双方同意", "the two sides agree to"]]],
  ["china", ["中方", "China"], [["中方愿", "China is willing to"]]],
  ["others", ["其他主体", "Others"], [["有关企业可", "enterprises concerned may"]]],
];

/** The sectors, with the subjects of their clauses. @type {readonly Value[]} */
export const SECTORS = [
  ["political-security", ["政治与安全", "Politics and security"], [["反腐败交流", "exchanges against corruption"], ["刑事司法互助", "legal assistance in criminal matters"], ["网络空间规则", "rules for cyberspace"], ["治国理政经验", "experience of governance"]]],
  ["trade-investment", ["贸易投资", "Trade and investment"], [["服务贸易合作", "cooperation in services trade"], ["电子商务平台", "e-commerce platforms"], ["投资便利化", "easier investment"], ["贸易促进机构", "trade promotion agencies"]]],
  ["finance", ["金融", "Finance"], [["本币结算", "settlement in local currencies"], ["金融监管对话", "dialogue of financial regulators"], ["信用保险", "credit insurance"], ["普惠金融", "inclusive finance"]]],
  ["agriculture-food", ["农业粮食", "Agriculture and food"], [["粮食安全政策", "food security policies"], ["农产品加工", "processing of farm products"], ["作物品种选育", "breeding of crop varieties"], ["动植物检疫", "animal and plant quarantine"]]],
  ["science-technology", ["科技", "Science and technology"], [["联合实验室", "joint laboratories"], ["青年科学家交流", "exchanges of young scientists"], ["技术转移中心", "technology transfer centres"], ["科技园区", "science parks"]]],
  ["industry-ict", ["工业信息", "Industry and ICT"], [["数字经济", "the digital economy"], ["第五代移动通信", "fifth-generation mobile networks"], ["产业链供应链", "industrial and supply chains"], ["中小企业", "small and medium-sized enterprises"]]],
  ["aerospace", ["航天航空", "Aerospace"], [["遥感卫星数据", "data of remote sensing satellites"], ["导航卫星应用", "uses of navigation satellites"], ["民用航空", "civil aviation"], ["深空探测", "exploration of deep space"]]],
  ["energy-resources", ["能源资源", "Energy and resources"], [["清洁能源", "clean energy"], ["核能技术", "nuclear technology"], ["电力互联", "connected power grids"], ["矿产勘查", "mineral exploration"]]],
  ["tourism", ["旅游", "Tourism"], [["旅游城市", "tourist cities"], ["旅游推介", "tourism promotion"], ["直航航线", "direct flights"]]],
  ["customs-taxation", ["海关税务", "Customs and taxation"], [["海关监管互认", "mutual recognition of customs controls"], ["通关便利", "easier customs clearance"], ["税收协定", "tax treaties"]]],
  ["quality-infrastructure", ["质量基础设施", "Quality infrastructure"], [["标准信息交换", "exchange of information on standards"], ["计量技术", "metrology"], ["认证认可", "certification and accreditation"]]],
  ["infrastructure", ["基础设施", "Infrastructure"], [["交通基础设施", "transport infrastructure"], ["港口建设", "port construction"], ["绿色建筑", "green building"]]],
  ["public-health", ["公共卫生", "Public health"], [["疫苗研发", "vaccine development"], ["传染病防控", "control of infectious diseases"], ["传统医药", "traditional medicine"]]],
];

/** The forms of cooperation. @type {readonly Value[]} */
export const TOPICS = [
  ["forum", ["论坛", "Forum"], [["高级别论坛", "a high-level forum"]]],
  ["training", ["培训", "Training"], [["人员培训", "training courses"]]],
  ["research", ["研究", "Research"], [["联合研究", "joint research"]]],
  ["mechanism", ["机制", "Mechanism"], [["对话机制", "a dialogue mechanism"]]],
  ["information", ["信息", "Information"], [["信息共享", "sharing of information"]]],
  ["standards", ["标准", "Standards"], [["标准对接", "alignment of standards"]]],
  ["exhibition", ["展会", "Fairs"], [["展览展示", "exhibitions"]]],
  ["pilot", ["试点", "Pilot projects"], [["试点项目", "pilot projects"]]],
];

/** @type {readonly Pair[]} */
export const CONDITIONS = [
  ["根据各自国内法律", "in accordance with their respective domestic laws"],
  ["在兼顾有关国家能力的基础上", "taking into account the capacities of the countries concerned"],
  ["本着平等互利原则", "on the basis of equality and mutual benefit"],
  ["在自愿参与的前提下", "on a voluntary basis"],
];

/** @type {readonly Pair[]} */
export const PLACES = [
  ["加勒比国家", "the Caribbean countries"],
  ["中美洲地区", "Central America"],
  ["安第斯国家", "the Andean countries"],
  ["南方共同市场成员国", "the members of Mercosur"],
  ["沿海低地国家", "low-lying coastal countries"],
  ["小岛屿发展中国家", "small island developing states"],
];

/** @type {readonly Pair[]} */
export const AIMS = [
  ["为可持续发展创造条件", "to create conditions for sustainable development"],
  ["为双边关系营造公平环境", "to provide a fair environment for bilateral relations"],
  ["提升科研和管理能力", "to raise capacities in research and management"],
  ["扩大各层级人员往来", "to expand contacts at all levels"],
  ["维护供应稳定和市场秩序", "to keep supplies stable and markets in order"],
  ["缩小数字鸿沟", "to narrow the digital divide"],
  ["增进民众相互了解", "to increase mutual understanding of the peoples"],
];
