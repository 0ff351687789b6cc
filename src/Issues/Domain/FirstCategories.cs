namespace Platform.Issues.Domain;

/// <summary>
/// What a street begins with, after the usual classes of residents' appeals; a copy, which is its own from then on. The first eight codes are
/// older than the others: issues carry them.
/// </summary>
public static class FirstCategories
{
    // An indented line stands under the last that is not.
    private const string Table = """
        environment 环境卫生 Cleanliness
         waste 垃圾分类与清运 Sorting and collecting waste
         bulky-waste 大件和装修垃圾 Bulky and building waste
         clutter 楼道堆物 Clutter in stairwells
         pests 鼠害与蚊虫 Rats and insects
        facilities 公共设施 Public facilities
         lighting 路灯与楼道灯 Lamps in streets and stairwells
         paving 路面破损 Broken paving
         playgrounds 健身与儿童设施 Fitness and playgrounds
         barriers 无障碍通行 Access without barriers
        safety 安全隐患 Safety
         falling-objects 高空抛物与坠物 Things that fall from above
         dangerous-spots 危险部位 Dangerous spots
        property 物业服务 Property service
         repairs 报修不及时 Slow repairs
         property-fees 物业费与公共收益 Fees and common income
         gates 门岗与门禁 Gates and guards
         owners 业委会事务 Owners' committee
        parking 停车秩序 Parking
         parking-spaces 车位不足 Too few spaces
         parking-blocked 乱停车与占道 Cars in the way
         bicycles 非机动车停放 Bicycles and e-bikes
         traffic 道路与交通设施 Roads and traffic signs
        greening 绿化与花园 Green spaces
         trees 树木修剪 Trees to be pruned
         lawns 绿地养护 Care of lawns and beds
         gardens 花园共建 Gardens made together
        neighbours 邻里纠纷 Neighbours
         shared-parts 公共部位使用 Use of shared parts
         family 家庭矛盾 Quarrels in families
        housing 房屋修缮 Repair of buildings
         leaks 屋面外墙渗漏 Leaking roofs and walls
         drains 下水道堵塞 Blocked drains
         repair-fund 维修资金 Repair fund
        noise 噪音扰民 Noise
         noise-home 生活噪音 Noise from neighbours
         noise-dance 广场舞 Dancing in the square
         noise-works 装修与施工 Renovation and building works
         noise-shops 商铺与设备 Shops and machines
        building-rules 违法建筑 Illegal building
         new-structures 违法搭建 New structures
         group-renting 群租与居改非 Crowded or commercial letting
        utilities 水电气与通信 Water, power, gas, lines
         water 供水 Water
         power 供电 Power
         gas 燃气 Gas
         lines 通信线缆 Lines and cables
        lifts 电梯 Lifts
         lift-faults 电梯故障 Lifts out of order
         new-lifts 加装电梯 Adding a lift
        fire 消防安全 Fire safety
         fire-lanes 消防通道 Fire lanes and exits
         e-bike-charging 电动车充电 Charging e-bikes
         fire-equipment 消防设施 Fire equipment
        care 养老助残 Old age and disability
         meals 助餐 Meals
         home-care 居家照护 Care at home
         disability 助残服务 Help with a disability
        benefits 医保社保 Insurance and benefits
         medical-insurance 医保 Medical insurance
         pensions 社保与养老金 Pensions
         hardship 困难救助 Help in hardship
        public-order 治安 Public order
         theft 盗窃 Theft
         fraud 诈骗 Fraud
        pets 宠物 Pets
         dogs 养犬不文明 Dogs off the lead
         strays 流浪猫狗 Stray cats and dogs
        culture 文体活动 Culture and sports
         activities 活动与场地 Activities and rooms
         children 儿童与青少年 Children and young people
        ideas 微更新点子 Ideas for the neighbourhood
        other 其他 Something else
        """;

    public static IReadOnlyList<CategoryEntry> All { get; } = Read();

    private static List<CategoryEntry> Read()
    {
        var (read, above) = (new List<CategoryEntry>(), "");
        foreach (var (place, line) in Table.Split('\n').Index())
        {
            var words = line.Trim().Split(' ', 3);
            var below = line[0] is ' ';
            if (!below) above = words[0];
            read.Add(new CategoryEntry(words[0], words[1], words[2], below ? above : null, (place + 1) * 10, false));
        }

        return read;
    }
}
