#include "gapmap/engine/session.h"

#include <algorithm>
#include <map>

#include "gapmap/access/attach.h"
#include "gapmap/engine/detail/counties.h"
#include "gapmap/reach/editable_nearest.h"
#include "gapmap/reach/own_nearest.h"

namespace gapmap::engine {

/// One for lengths and one for times.
class Session::State {
 public:
  State() = default;
  virtual ~State() = default;
  State(State const&) = delete;
  State& operator=(State const&) = delete;

  virtual Change add(Place place) = 0;
  /// To `at`; nothing: closed.
  virtual Change put(PlaceId place, std::optional<Point> at) = 0;
  virtual Change set_limit(std::variant<Meters, Seconds> limit) = 0;

  [[nodiscard]] virtual job::CoverageJob const& job() const noexcept = 0;
  [[nodiscard]] virtual Studied const& studied() const noexcept = 0;
  [[nodiscard]] virtual WorkingFrame const& frame() const noexcept = 0;
  [[nodiscard]] virtual Places const& places() const noexcept = 0;
  [[nodiscard]] virtual bool is_open(PlaceId place) const = 0;
  [[nodiscard]] virtual CellState cell(CellId cell) const = 0;
  [[nodiscard]] virtual Figures figures() const noexcept = 0;
  [[nodiscard]] virtual Figures figures_of(MunicipalityId municipality) const = 0;
  [[nodiscard]] virtual AnyCoverageResult result(Listener& listener) const = 0;
};

template <CostType Cost>
class Session::StateOf final : public Session::State {
 public:
  StateOf(job::CoverageJob job, Scene<Cost> scene)
      : job_{std::move(job)}, scene_{std::move(scene)} {
    auto const& places = scene_.places.places;
    is_open_ = IdVector<PlaceId, char>(places.size(), 1);
    attached_ = scene_.ends.places;
    if (job_.accounts.whose == Whose::Anybody && job_.travel.trip != reach::Trip::Round) {
      nearest_.emplace(scene_.roads->graph, scene_.weighed->costs, scene_.ends, job_.travel.profile,
                       reach::NearestOptions<Cost>{.trip = job_.travel.trip});
    }
    for (auto const id : scene_.population().ids()) {
      auto const municipality = scene_.population()[id].municipality;
      if (!municipality.is_none()) cells_of_[municipality].push_back(id);
    }
    auto const ids = scene_.population().ids();
    everybody_.assign(ids.begin(), ids.end());
    if (!nearest_) reach_ = search();
    coverage_ = coverage::assess(reach(), limit());
    total_ = count(everybody_, coverage_);
  }

  Change add(Place place) override {
    auto const id = PlaceId{is_open_.size()};
    if (place.id.empty()) place.id = std::to_string(id.value() + 1);
    if (place.name.empty()) place.name = place.id;
    auto const at = attach(place.point);
    scene_.places.places.push_back(std::move(place));
    is_open_.push_back(1);
    attached_.push_back(at);
    for (auto& selected : scene_.places.selected) selected.push_back(0);
    if (nearest_) nearest_->add(at);
    return told(id);
  }

  Change put(PlaceId place, std::optional<Point> at) override {
    expects(place.value() < is_open_.size(), "there is such a place");
    auto const to = at ? attach(*at) : Attachment{};
    if (at) {
      scene_.places.places[place].point = *at;
      attached_[place] = to;
    }
    is_open_[place] = at ? 1 : 0;
    if (nearest_) nearest_->move(place, to);
    return told(place);
  }

  Change set_limit(std::variant<Meters, Seconds> limit_now) override {
    job_ = job::with_limit(job_, limit_now);
    return changed_to(everybody_, PlaceId::none());
  }

  [[nodiscard]] job::CoverageJob const& job() const noexcept override { return job_; }
  [[nodiscard]] Studied const& studied() const noexcept override { return *scene_.studied; }
  [[nodiscard]] WorkingFrame const& frame() const noexcept override { return *scene_.frame; }
  [[nodiscard]] Places const& places() const noexcept override { return scene_.places.places; }
  [[nodiscard]] bool is_open(PlaceId place) const override { return is_open_[place] != 0; }

  [[nodiscard]] CellState cell(CellId id) const override {
    auto const& found = coverage_.cells[id];
    CellState state{.status = found.status, .cost = {}, .nearest = found.nearest};
    if (found.cost) state.cost = to_natural(*found.cost).value();
    return state;
  }
  [[nodiscard]] Figures figures() const noexcept override { return total_; }
  [[nodiscard]] Figures figures_of(MunicipalityId municipality) const override {
    auto const cells = cells_of_.find(municipality);
    return cells == cells_of_.end() ? Figures{} : count(cells->second, coverage_);
  }

  [[nodiscard]] AnyCoverageResult result(Listener& listener) const override {
    auto scene = scene_;
    auto const all = std::move(scene.places.places);
    auto const selected = std::move(scene.places.selected);
    scene.places.places = {};
    scene.places.selected.assign(selected.size(), {});
    IdVector<PlaceId, Attachment> attached;
    bool has_edits = false;
    for (auto const place : all.ids()) {
      if (is_edited(place)) {
        has_edits = true;
        scene.places.report.count({"place added, moved or closed since the file was read"},
                                  all[place].id, io::Consequence::Used);
      }
      if (is_open_[place] == 0) continue;
      scene.places.places.push_back(all[place]);
      attached.push_back(attached_[place]);
      for (std::size_t s = 0; s < selected.size(); ++s)
        scene.places.selected[s].push_back(selected[s][place]);
    }
    if (has_edits) {
      auto& report = scene.places.report;
      report.rows = attached.size();
      report.rows_used =
          static_cast<std::size_t>(std::ranges::count_if(attached, &Attachment::is_attached));
    }
    scene.ends = reach::ends_of(scene_.ends.cells, std::move(attached), *scene.frame,
                                job_.travel.max_off_road);
    scene.all_places = std::make_shared<io::PlacesRead const>(scene.places);
    return analyse(job_, scene, listener);
  }

 private:
  [[nodiscard]] Cost limit() const { return job::cost_of(std::get<Natural<Cost>>(job_.limit)); }

  /// Not as the file had it: added, closed or elsewhere.
  [[nodiscard]] bool is_edited(PlaceId place) const {
    auto const& read = scene_.all_places->places;
    if (place.value() >= read.size()) return is_open(place);
    return !is_open(place) || places()[place].point != read[place].point;
  }

  [[nodiscard]] Attachment attach(Point point) const {
    return access::attach(std::vector{point}, scene_.roads->assembly.network, *scene_.frame,
                          scene_.weighed->places)
        .front();
  }

  /// Everybody's nearest place, of those that are open.
  [[nodiscard]] ReachTable<Cost> const& reach() { return nearest_ ? nearest_->table() : reach_; }
  [[nodiscard]] ReachTable<Cost> search() const {
    auto attached = attached_;
    for (auto const place : attached.ids()) {
      if (is_open_[place] == 0) attached[place] = {};
    }
    Listener nobody;
    auto const counted = count_places(job_, *scene_.studied, scene_.places.places, nobody);
    auto const ends = reach::ends_of(scene_.ends.cells, std::move(attached), *scene_.frame,
                                     job_.travel.max_off_road);
    return reach::own_nearest<Cost>(scene_.roads->graph, scene_.weighed->costs, ends,
                                    job_.travel.profile, counted.by(job_.accounts.whose).clienteles,
                                    {.k = 1, .trip = job_.travel.trip});
  }

  Change told(PlaceId place) {
    // Half an edit would be neither state.
    Stoppable const to_its_end{std::stop_token{}};
    if (!nearest_) {
      reach_ = search();
      return changed_to(everybody_, place);
    }
    auto const cells = nearest_->changed();
    return changed_to({cells.begin(), cells.end()}, place);
  }

  /// What `candidates` have become; others have not changed.
  Change changed_to(std::vector<CellId> const& candidates, PlaceId place) {
    Change change{.place = place, .cells = {}, .municipalities = {}, .before = total_, .after = {}};
    auto const& found = reach();
    std::map<MunicipalityId, Figures> touched;  // as they were
    std::vector<CellCoverage<Cost>> become;
    for (auto const id : candidates) {
      auto const& was = coverage_.cells[id];
      auto const is = coverage::assess(found, id, limit());
      if (was.status == is.status && was.cost == is.cost && was.nearest == is.nearest) continue;
      change.cells.push_back(id);
      become.push_back(is);
      auto const municipality = scene_.population()[id].municipality;
      if (was.status != is.status && !municipality.is_none() && !touched.contains(municipality))
        touched.emplace(municipality, figures_of(municipality));
    }
    for (std::size_t i = 0; i < become.size(); ++i) coverage_.cells[change.cells[i]] = become[i];
    coverage_.limit = limit();
    for (auto const& [municipality, before] : touched) {
      if (before != figures_of(municipality)) change.municipalities.push_back(municipality);
    }
    total_ = count(everybody_, coverage_);
    change.after = total_;
    return change;
  }

  /// In the order of the cells, as a fresh run adds them up.
  [[nodiscard]] Figures count(std::vector<CellId> const& cells,
                              Coverage<Cost> const& coverage) const {
    Figures figures;
    for (auto const id : cells) {
      auto const& residents = scene_.population()[id].residents;
      if (!residents) ++figures.cells_without_number;
      if (!residents) continue;
      figures.residents += *residents;
      figures.by_status[static_cast<std::size_t>(coverage.cells[id].status)] += *residents;
    }
    return figures;
  }

  job::CoverageJob job_;
  Scene<Cost> scene_;  ///< its places are those there ever were
  IdVector<PlaceId, char> is_open_;
  IdVector<PlaceId, Attachment> attached_;
  std::optional<reach::EditableNearest<Cost>> nearest_;  ///< nothing: it is searched anew
  ReachTable<Cost> reach_;                               ///< if so
  std::vector<CellId> everybody_;
  std::map<MunicipalityId, std::vector<CellId>> cells_of_;
  Coverage<Cost> coverage_;
  Figures total_;
};

Session::Session(job::CoverageJob job, Listener& listener) {
  Working const working{listener, job.threads};
  auto scene = open(job, listener, RoadsRead::Whole);
  *this = Session{std::move(job), std::move(scene)};
}

Session::Session(job::CoverageJob job, AnyScene scene)
    : state_{std::visit(
          [&]<class Opened>(Opened& its) -> std::unique_ptr<State> {
            using Cost = typename Opened::CostType;
            return std::make_unique<StateOf<Cost>>(std::move(job), std::move(its));
          },
          scene)} {}

Session::~Session() = default;
Session::Session(Session&&) noexcept = default;
Session& Session::operator=(Session&&) noexcept = default;

Change Session::add(Place place) { return state_->add(std::move(place)); }
Change Session::move(PlaceId place, Point to) { return state_->put(place, to); }
Change Session::close(PlaceId place) { return state_->put(place, std::nullopt); }
Change Session::reopen(PlaceId place) {
  expects(place.value() < places().size(), "there is such a place");
  return state_->put(place, places()[place].point);
}
Change Session::set_limit(std::variant<Meters, Seconds> limit) { return state_->set_limit(limit); }

job::CoverageJob const& Session::job() const noexcept { return state_->job(); }
WorkingFrame const& Session::frame() const noexcept { return state_->frame(); }
Population const& Session::population() const noexcept {
  return state_->studied().people.population;
}
Municipalities const& Session::municipalities() const noexcept {
  return state_->studied().areas.municipalities;
}
Places const& Session::places() const noexcept { return state_->places(); }
bool Session::is_open(PlaceId place) const { return state_->is_open(place); }
CellState Session::cell(CellId cell) const { return state_->cell(cell); }
Figures Session::figures() const noexcept { return state_->figures(); }
Figures Session::figures_of(MunicipalityId municipality) const {
  return state_->figures_of(municipality);
}
AnyCoverageResult Session::result(Listener& listener) const { return state_->result(listener); }

}  // namespace gapmap::engine
