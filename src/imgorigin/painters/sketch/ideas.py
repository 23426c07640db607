"""Abstract words and what shows them: one table, nothing else.

A row: motifs of `elements/motifs`, a "/" between them (or, after "in:", a place that shows the word by
itself), the icon or drawing that stands for the word, what stands around it ("-" for nothing), and the
words; `_` joins those of a term, `+` goes on with a row. An idea gives way to any thing or place that the
words name besides it (`reading.py` sees to that).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final


@dataclass(frozen=True, slots=True)
class Idea:
    """`motifs`, of which the seed picks one, are empty where `place` is not "concept"."""

    place: str
    motifs: tuple[str, ...]
    hero: str
    around: tuple[str, ...]


_TABLE: Final = """
grow/rise       potted-plant sun,droplet,coin,star growth grow growing
grow/coins      seedling sun,droplet,herb,leaf-fluttering-in-wind development personal_growth progress
+               improvement
rise/launch     rocket chart-increasing,coin,star scale_up scaling scalability growth_hacking
rise/coins      money-bag coin,label,chart-increasing revenue profit income earnings profitability
rise/dashboard  chart-increasing coin,money-bag,bell stock_market stocks trading trend trends forecast
rise/plinth     stopwatch high-voltage,gear,check-badge performance productivity high_performance
rise            check-badge star,trophy,chart-increasing results kpi kpis outcome
fall            chart-decreasing warning,money-with-wings,coin recession economic_downturn downturn
+               inflation
fall            money-with-wings chart-decreasing,coin,wallet loss losses debt bankruptcy
fall            scissors receipt,coin,label cost_reduction cost_cutting cost_savings
dashboard/shares bar-chart pushpin,magnifying-glass-tilted-left,bell analytics metrics statistics
+               data_analytics
dashboard/laptop laptop gear,bell,bar-chart dashboard crm erp saas business_intelligence
dashboard       abacus ledger,receipt,coin accounting bookkeeping
dashboard       magnifying-glass-tilted-left bar-chart,globe-with-meridians,link seo
+               search_engine_optimization sem
dashboard       eye bar-chart,bell,magnifying-glass-tilted-left monitoring observability insights visibility
dashboard       database bar-chart,gear,magnifying-glass-tilted-left data big_data data_science
shares          magnifying-glass-tilted-left bar-chart,memo,eye market_research market_share segmentation
+               audit
shares/coins    money-bag coin,wallet,receipt budget budgeting expenses spending
shares          puzzle-piece bar-chart,coin,pushpin asset_allocation portfolio diversification
coins/rise      money-bag seedling,coin,chart-increasing investment investing investor venture_capital
+               funding
coins           piggy-bank seedling,coin,wallet savings saving saving_money
coins/dashboard bank seedling,coin,credit-card finance financial banking economy
coins/plinth    gem-stone seedling,coin,crown wealth wealth_management prosperity
coins           mobile-phone seedling,credit-card,locked fintech digital_banking
coins           coin seedling,wallet,locked crypto cryptocurrency bitcoin money_making
hub/cycle       gear laptop,cloud,e-mail,mobile-phone,database,bar-chart automation workflow process
+               processes
hub             puzzle-piece laptop,cloud,e-mail,mobile-phone,database,credit-card integration integrations
+               interoperability
hub/chip        cloud laptop,database,mobile-phone,locked,server,bar-chart cloud_computing hosting
+               cloud_storage cloud_services cloud_solutions cloud_platform cloud_infrastructure
+               cloud_hosting
hub             electric-plug laptop,database,mobile-phone,cloud,gear,locked api apis plugin plugins
hub             link laptop,mobile-phone,globe-with-meridians,e-mail,cloud,speech-balloon connection
+               connectivity connected
hub             globe-with-meridians laptop,mobile-phone,e-mail,cloud,locked,server internet www wifi
hub             house television,mobile-phone,thermometer,camera,light-bulb,locked iot internet_of_things
+               smart_home
hub             control-knobs laptop,gear,bell,locked,e-mail,bar-chart settings configuration customization
hub             package factory,delivery-truck,cargo-ship,airplane,convenience-store,clipboard supply_chain
+               logistics procurement
hub             megaphone e-mail,mobile-phone,magnifying-glass-tilted-left,red-heart,bar-chart,speech-balloon
+               marketing digital_marketing advertising campaign promotion
hub             red-heart mobile-phone,speech-balloon,camera,bell,star,waving-hand social_media community
+               social_network engagement
hub             building-construction gear,laptop,nut-and-bolt,server,cloud,memo infrastructure
+               architecture_diagram platform engineering
chip/plinth     brain sparkles,gear,laptop ai artificial_intelligence machine_learning deep_learning
+               neural_network generative_ai
chip            robot sparkles,speech-balloon,gear ai_assistant ai_agent virtual_assistant
chip            high-voltage gear,stopwatch,server technology tech digital digitalization
+               digital_transformation
chip            gear wrench,high-voltage,server hardware semiconductor electronics microchip computing
world/road      airplane luggage,compass,camera,world-map travel traveling tourism travel_agency
world           handshake airplane,cargo-ship,office-building,coin global_business international_business
+               globalization global
world           cargo-ship package,airplane,delivery-truck,clipboard international_trade export import_export
+               trade
world           globe-with-meridians speech-balloon,e-mail,world-map,link translation localization language
+               languages
cycle           recycling-symbol seedling,droplet,sun recycling recycle circular_economy zero_waste
cycle           red-heart star,wrapped-gift,bell retention customer_retention loyalty customer_loyalty
+               loyalty_program
cycle           calendar credit-card,bell,package subscription subscriptions recurring_billing renewal
cycle           gear hammer-and-wrench,test-tube,rocket agile devops scrum continuous_integration iteration
+               sprint
cycle           package label,receipt,delivery-truck returns return_policy refund refunds
cycle           floppy-disk server,cloud,locked backup backups data_recovery disaster_recovery sync
chain           coin locked,key blockchain web3 nft smart_contract defi
chain           server cloud,database migration data_migration cloud_migration
chain           database server,locked database databases sql data_warehouse storage
guard/chip      locked key,eye,server security cloud_security data_security cybersecurity cyber_security
+               network_security
guard           shield key,locked,server cyber_security_shield security_shield cyber_shield digital_shield
guard           locked-with-key eye,key,shield privacy data_privacy data_protection gdpr
guard           key locked,shield,identification-card access login authentication password sign_in sso
guard           locked-with-pen key,eye,shield encryption vpn firewall
guard/plinth    umbrella house,red-heart,automobile insurance life_insurance coverage protection
guard/stars     check-badge locked,star,shield trust reliability trusted safety credibility
guard           bug shield,locked,laptop antivirus malware virus_protection bug_fix
guard           warning shield,chart-decreasing,bell risk risk_management
laptop/phone    shopping-cart t-shirt,headphones,watch ecommerce e_commerce online_store online_shopping
+               webshop
laptop          artist-palette pen,framed-picture,sparkles design web_design graphic_design ui_design ux ui
+               product_design
laptop          globe-with-meridians memo,framed-picture,magnifying-glass-tilted-left website
+               web_development landing_page homepage
laptop/plinth   graduation-cap open-book,light-bulb,trophy e_learning elearning online_course
+               online_learning course
laptop          memo pen,speech-balloon,red-heart blog blogging content_marketing content blog_post
laptop          house calendar,speech-balloon,mug remote_work work_from_home telework remote hybrid_work
phone           mobile-phone bell,red-heart,speech-balloon app mobile_app app_development
phone/laptop    credit-card locked,receipt,coin payment payments checkout online_payment
phone           taxi round-pushpin,star,credit-card ride_sharing booking
phone           shopping-bags label,red-heart,credit-card mobile_commerce online_order
code            technologist gear developer coding programming code software software_development programmer
+               software_engineering
code            test-tube check-badge testing test software_testing qa quality_assurance
code            hammer-and-wrench gear maintenance update updates debugging
code            link electric-plug open_source sdk backend frontend
player          video-camera speech-balloon,bell webinar video_conference video_call livestream live_stream
player/plinth   studio-microphone headphones,bell,radio,musical-notes podcast podcasting radio_show podcasts
player          clapper-board movie-camera,red-heart video video_marketing video_production tutorial
+               streaming
chat/plinth     headphones speech-balloon,telephone,star,e-mail support customer_support customer_service
+               help_desk helpdesk call_center help live_chat
chat            telephone e-mail contact contact_us get_in_touch
chat            speech-balloon memo feedback communication conversation dialogue chat discussion messaging
chat            question-mark light-bulb faq faqs question questions q_and_a
chat            light-bulb speech-balloon advice consultation mentoring coaching tips
chat            megaphone bell announcement public_relations pr press_release
stars           glowing-star star review reviews rating ratings
stars           speech-balloon star testimonial testimonials customer_review
stars           smiling-face-with-sunglasses star customer_satisfaction satisfaction customer_experience
+               user_experience happiness
stars           crown star quality premium_quality excellence best_practice
people/plinth   handshake star,speech-balloon,puzzle-piece,light-bulb collaboration cooperation partnership
+               partners alliance
people          red-heart star culture company_culture diversity inclusion equality belonging
people          speech-balloon star networking network community_building stakeholders
people          identification-card star customer customers client clients users audience_targeting
people          magnifying-glass-tilted-left star hiring recruitment recruiting talent talent_acquisition
+               human_resources
people          puzzle-piece star team_building synergy organization
papers          page-facing-up pen document_management report reporting whitepaper case_study
papers          e-mail bell newsletter email_marketing email_campaign inbox
papers          receipt coin invoice invoicing billing invoices
papers          abacus coin tax taxes tax_return taxation
papers          balance-scale gavel legal law legal_services terms regulation policy
papers          gavel balance-scale lawsuit litigation court jurisdiction
papers          handshake pen contract_signing agreement deal negotiation merger acquisition
papers          briefcase pen resume cv job_application job jobs job_search
papers          newspaper pen press media publishing publication journalism
checklist       clipboard check-badge checklist survey requirements project_management tasks task_management
+               planning plan
checklist       check-badge shield compliance certification standard standards governance
checklist       waving-hand key onboarding welcome getting_started
checklist       ballot-box-with-ballot bell vote voting election poll
prices          label coin,gem-stone pricing price prices price_plan pricing_plan
prices          wrapped-gift label,label offer special_offer free_trial deals
calendar        alarm-clock bell schedule scheduling appointment time_management deadline
calendar        spiral-calendar bell calendar_planning agenda timeline
calendar        admission-tickets bell event events event_management
summit/podium   trophy star success successful
summit          sports-medal star achievement ambition challenge determination perseverance motivation
summit/road     bullseye star goal goals objective objectives target_audience
summit          hiking-boot star resilience courage endurance
road            flag pushpin,light-bulb,gear roadmap road_map journey customer_journey
road/summit     bullseye compass,light-bulb,gear mission purpose focus
road            trophy flag,star,light-bulb milestone milestones
road            briefcase graduation-cap,light-bulb,star career career_path promotion_at_work profession
road            compass light-bulb,pushpin,flag guidance direction navigation exploration discovery
road            house package,pushpin,delivery-truck delivery shipping fulfillment courier last_mile
podium          trophy sports-medal,ribbon award awards winner victory champion_award competition
podium/chess    crown sports-medal,star leadership leader leaders market_leader executive
podium          party-popper balloon,wrapped-gift celebration congratulations celebrate anniversary
podium          1st-place-medal sports-medal,ribbon ranking number_one best_seller top_rated
chess           chess-knight light-bulb,bullseye strategy strategic strategies tactics business_strategy
+               strategic_planning competitive_advantage
launch/rise     rocket star startup startups entrepreneurship product_launch new_product boost
launch/plinth   light-bulb star,gear,rocket,sparkles innovation innovative invention
launch          high-voltage star speed fast velocity acceleration quick_start
plinth/chip     light-bulb sparkles,gear,pen,puzzle-piece idea ideas inspiration creativity insight
+               brainstorm
plinth          puzzle-piece gear,light-bulb,wrench,check-badge solution solutions problem_solving
plinth          stopwatch gear,high-voltage,check-badge,chart-increasing efficiency efficient optimization
plinth/road     telescope star,light-bulb,compass,eye vision future_vision outlook foresight
plinth          red-heart star,handshake,balance-scale,seedling values ethics integrity core_values empathy
+               care
plinth/grow     seedling sun,droplet,recycling-symbol,wind-turbine sustainability sustainable ecology eco
+               environment eco_friendly csr esg
plinth          wind-turbine sun,high-voltage,battery,seedling energy renewable_energy green_energy
+               clean_energy wind_power
plinth          high-voltage electric-plug,battery,light-bulb,sun electricity power electrification
plinth/guard    stethoscope red-heart,pill,syringe,hospital health healthcare medicine medical
+               wellness_program telemedicine
plinth          pill test-tube,dna,microscope,red-heart pharmacy medication pharmaceutical
plinth          dna microscope,test-tube,petri-dish,pill biotech biotechnology genetics
plinth          brain red-heart,sparkles,seedling,speech-balloon mental_health psychology mindset
plinth/summit   graduation-cap books,light-bulb,school,memo education university college degree learning
+               knowledge
plinth/prices   label coin,shopping-bags,shopping-cart,wrapped-gift discount discounts sale coupon
+               black_friday promo
plinth          shopping-bags label,credit-card,shopping-cart,wrapped-gift shopping sales purchase buying
plinth          funnel magnet,e-mail,coin,label sales_funnel lead_generation leads conversion
+               conversion_rate
plinth          magnet red-heart,star,e-mail,waving-hand inbound_marketing customer_acquisition influence
+               attraction
plinth          sparkles artist-palette,label,star,megaphone brand branding brand_identity identity
+               rebranding
plinth          bellhop-bell hotel,key,luggage,star hospitality service services concierge
plinth          balance-scale gavel,classical-building,scroll,memo justice fairness balance rights
plinth          hourglass-done calendar,alarm-clock,seedling,mug patience time waiting_time
+               work_life_balance
plinth          ring-buoy warning,telephone,shield,umbrella crisis crisis_management emergency rescue
+               recovery
plinth          crystal-ball sparkles,chart-increasing,eye,telescope prediction future_trends predictions
plinth          factory gear,robot,package,wrench manufacturing industry production industrial industry_4_0
plinth          package label,delivery-truck,star,wrapped-gift product products product_management
plinth          key house,star,locked,handshake franchise ownership opportunity
skyline/plinth  house key,coin,handshake real_estate property mortgage realtor housing
skyline         briefcase handshake enterprise b2b commerce entrepreneurs
skyline         construction-worker building-construction construction_industry construction
plinth          warning magnifying-glass-tilted-left,thought-balloon,wrench not_found page_not_found 404_page
+               404_error error_page error
in:office       handshake - meetings collaboration_meeting
in:classroom    graduation-cap - training trainings training_course lecture seminar course_room tuition
in:laboratory   microscope - research science r_and_d research_and_development clinical_trial
in:data_centre  server - servers web_hosting server_farm supercomputer
in:warehouse    package - warehousing inventory freight distribution stock_keeping
in:gym          person-lifting-weights - fitness workout strength_training
in:shop         shopping-bags - retail retailer merchandise
in:clinic       stethoscope - patient_care
"""


def _rows() -> Iterator[tuple[str, Idea]]:
    for line in _TABLE.strip().replace("\n+", "").splitlines():
        scene, hero, around, *words = line.split()
        place = scene.removeprefix("in:") if scene.startswith("in:") else "concept"
        motifs = tuple(scene.split("/")) if place == "concept" else ()
        idea = Idea(place, motifs, hero, tuple(around.split(",")) if motifs else ())
        yield from ((word.replace("_", " "), idea) for word in words)


IDEAS: Final[Mapping[str, Idea]] = MappingProxyType(dict(_rows()))
"""By word."""


def is_on_screens(word: str) -> bool:
    """Whether it is an idea that a screen is only there to show: a dashboard "on a laptop"."""
    return word in IDEAS and "dashboard" in IDEAS[word].motifs


AT_WORK: Final = frozenset(
    {"remote work", "work from home", "telework", "remote", "hybrid work", "online course"}
)
"""Ideas that, in a place, are someone at work there: "remote work from a cafe"."""
