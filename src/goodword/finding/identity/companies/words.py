# ruff: noqa: RUF001  # the words are in the scripts they are written in
"""Words around company names: legal forms, describing words, and what people write who have no employer."""

LEGAL_FORMS = frozenset(
    (
        "ab ag aktiengesellschaft aktiebolag amba anonim aps as asa asbl bhd bv bvba cia co company corp "
        "corporation cv cvba ead eg eirl eood epe eurl ev fzco fze gbr gesmbh ges gie gmbh gmbhco hf hnos inc "
        "incorporated jsc kft kg kgaa kk ks lda lllp llc llp lp ltd ltda limited limitada limitee mbh nv nyrt ood "
        "ohg oy oyj pbc pjsc plc pllc proprietary pt pte pty pvt private pvtltd qsc rt sa saa sab sac sae saoc "
        "saog sapi sarl sas sasu sca scrl sdn se sia sicav sl slu snc soparfi spa spj spk spzoo sro srl sti tbk ug "
        "uab vof zao zrt zoo ао ооо оао зао пао ип тов прат пат ад еоод оод ад ае оοо "
    ).split()
)
"""Legal forms as one word in lower case, without dots: of Europe, the Americas, Asia and Africa."""

LEADING = frozenset("ооо оао зао пао ао тов ип pt".split())
"""Legal forms that stand in front."""

GLUED = (
    "股份有限公司", "有限责任公司", "有限責任公司", "有限公司", "株式会社", "株式會社", "有限会社", "合同会社",
    "合資会社", "주식회사", "유한회사", r"\(株\)", r"\(주\)", "บริษัท", "จำกัด", "公司$",
)  # fmt: skip
"""Legal forms of scripts that put no space before them, as regular expressions."""

DESCRIBING = frozenset(
    (
        "group groupe gruppe grupo holding holdings international intl worldwide global technologies technology "
        "tech systems system software solutions services service networks network networking communications "
        "communication labs lab laboratories consulting enterprises enterprise industries cloud online digital "
        "media interactive studio studios partners ventures team office branch division department dept the of "
        "gruppen konzern technologie technologien tecnologia 集团 科技 技术 云 グループ 그룹 группа "
    ).split()
)
"""Words that may be left out of a name by who writes it from memory."""

NOBODY = frozenset(
    (
        "anonymous company dummy freelance freelancer freelanceconsultant home homebased homeoffice independent "
        "independentconsultant independentcontributor independentdeveloper individual individualcontributor "
        "individualdeveloper me myself my na nan nil no noaffiliation nocompany noemployer nojob none nonegiven "
        "notaffiliated notapplicable notavailable notemployed nothing notknown null personal personaluse "
        "personaluser private privateperson retired sabbatical self selfemployed selfemployment student students "
        "tba tbc tbd temp test testing unaffiliated undisclosed unemployed unknown university various xxx privat "
        "privatperson selbstaendig selbststandig selbstandig freiberufler freiberuflich arbeitslos keine keiner "
        "rentner autonomo autonoma independiente estudiante ninguno ninguna jubilado independant etudiant "
        "etudiante aucun aucune retraite studente nessuno liberoprofessionista pensionato zelfstandig zzp geen "
        "aposentado estudante nenhum нет студент фрилансер "
        "没有 无 個人 个人 學生 学生 自由职业 なし フリーランス 무직 개인 학생 프리랜서 "
    ).split()
)
"""What people write where they have no employer, compact."""

FREE = frozenset(
    "freelance freelancer freelancing independent individual personal private self student unaffiliated unemployed "
    "retired freiberufler freiberuflich selbstständig selbststandig independant independiente autonomo".split()
)
ROLES = frozenset(
    "a an and as at of the i am im my account affiliation architect consultant consulting contractor contributor "
    "designer developer employed employment engineer expert home it member no none not now office only open source "
    "person professional programmer project researcher software specialist use user work worker".split()
)
"""A text of words of both lists, at least one of the first, names nobody: `Freelance IT specialist`."""
